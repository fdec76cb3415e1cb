<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="utf-8">
<?php wp_head(); ?>
</head>
<body>
<?php
while ( have_posts() ) {
	the_post();
	echo '<article class="entry-content">';
	the_content();
	echo '</article>';
}
wp_footer();
?>
</body>
</html>
