<?php
// Installs WordPress, activates the plugin, and publishes posts as an author, who may not post unfiltered
// HTML. Reads { posts: { name: content } } on standard input, prints { name: address }.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = wp_parse_url_host( getenv( 'WORDPRESS_URL' ) );
function wp_parse_url_host( $url ) {
	return substr( $url, strlen( 'http://' ) );
}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'Test', 'admin', 'admin@example.org', false, '', 'password' );
// Debian has its themes in packages of their own.
switch_theme( 'plain' );
activate_plugin( 'chip-calculators/chip-calculators.php' );
$author = wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'password',
		'role'       => 'author',
	)
);
// A colleague, who reads Chinese.
$colleague = wp_insert_user(
	array(
		'user_login' => 'colleague',
		'user_pass'  => 'password',
		'role'       => 'author',
		'locale'     => 'zh_CN',
	)
);
foreach ( array( $author, $colleague ) as $user ) {
	// The editor's own greeting would stand before it.
	$preferences = array( 'core/edit-post' => array( 'welcomeGuide' => false, 'isComplementaryAreaVisible' => true ) );
	update_user_meta( $user, 'wp_persisted_preferences', $preferences + array( '_modified' => '2026-11-01T00:00:00Z' ) );
}
wp_set_current_user( $author );
// What WordPress does for those without the right: content goes through kses.
kses_init();
if ( current_user_can( 'unfiltered_html' ) ) {
	fwrite( STDERR, "the author may post unfiltered HTML\n" );
	exit( 1 );
}
$posts = json_decode( stream_get_contents( STDIN ), true );
$made  = array();
foreach ( $posts as $name => $content ) {
	$id            = wp_insert_post(
		array(
			'post_title'   => $name,
			'post_status'  => 'publish',
			'post_author'  => $author,
			'post_content' => wp_slash( $content ),
		)
	);
	$made[ $name ] = array(
		'url'     => home_url( '/?p=' . $id ),
		'content' => get_post( $id )->post_content,
	);
}
echo wp_json_encode( $made );
