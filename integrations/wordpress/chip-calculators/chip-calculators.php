<?php
/**
 * Plugin Name: Chip Calculators
 * Description: Calculators of AI-chip economics beside your article, as a block or a shortcode. Nothing is loaded from elsewhere, nobody is tracked.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Text Domain: chip-calculators
 *
 * The calculators run in the reader's browser. What this plugin prints is the tag with the settings that
 * an author chose, each checked against settings.json, and inside it the answer as a sentence: it stays
 * where scripts do not run, and it is all that a feed gets. Authors need no right to post unfiltered HTML.
 */

defined( 'ABSPATH' ) || exit;

/** A file of the plugin's that holds JSON. */
function chip_calculators_json( string $name ): array {
	return json_decode( file_get_contents( __DIR__ . '/' . $name ), true );
}

/** The calculators, and what can be set on each: written when the plugin is packed. */
function chip_calculators_settings(): array {
	static $settings = null;
	if ( null === $settings ) {
		$settings = chip_calculators_json( 'settings.json' );
	}
	return $settings;
}

/** What the plugin says, in Chinese. */
function chip_calculators_chinese(): array {
	static $chinese = null;
	if ( null === $chinese ) {
		$chinese = chip_calculators_json( 'languages/zh.json' );
	}
	return $chinese;
}

/** The language files of a site go before it. */
function chip_calculators_translate( string $translation, string $text ): string {
	if ( $translation !== $text || 0 !== strpos( determine_locale(), 'zh' ) ) {
		return $translation;
	}
	return chip_calculators_chinese()[ $text ] ?? $text;
}

add_filter( 'gettext_chip-calculators', 'chip_calculators_translate', 10, 2 );
add_filter( 'gettext_with_context_chip-calculators', 'chip_calculators_translate', 10, 2 );

/** A name as it is compared: shortcodes lose capitals, hands leave out hyphens. */
function chip_calculators_bare( string $name ): string {
	return str_replace( array( '-', '_' ), '', strtolower( $name ) );
}

/** Of some names the one that is written. */
function chip_calculators_known( string $name, array $names ): ?string {
	foreach ( $names as $known ) {
		if ( chip_calculators_bare( $known ) === chip_calculators_bare( $name ) ) {
			return $known;
		}
	}
	return null;
}

/** What is wrong with a setting. */
function chip_calculators_told( string $what, string $advice ): string {
	/* translators: 1: a setting, 2: what is wrong with it */
	return sprintf( __( '%1$s: %2$s', 'chip-calculators' ), $what, $advice );
}

/** "; did you mean h200?", or nothing. */
function chip_calculators_meant( string $name, array $names ): string {
	$bare = substr( chip_calculators_bare( $name ), 0, 60 );
	// Of a short name something must be left, and of digits none is nearer than another.
	$least = ctype_digit( $bare ) ? 0 : min( strlen( $bare ) - 1, max( 2, intdiv( strlen( $bare ), 3 ) ) );
	$meant = null;
	foreach ( $names as $known ) {
		$distance = levenshtein( $bare, chip_calculators_bare( $known ) );
		if ( $distance < $least || ( $distance === $least && null === $meant ) ) {
			$least = $distance;
			$meant = $known;
		}
	}
	/* translators: %s: a name */
	return null === $meant || 0 === $least ? '' : sprintf( __( '; did you mean %s?', 'chip-calculators' ), $meant );
}

/** What to write in place of a word. */
function chip_calculators_one_of( string $value, array $words ): string {
	$few = count( $words ) > 12 ? array_merge( array_slice( $words, 0, 12 ), array( '…' ) ) : $words;
	/* translators: %s: words between commas */
	return sprintf( __( 'write one of %s', 'chip-calculators' ), implode( __( ', ', 'chip-calculators' ), $few ) )
		. chip_calculators_meant( $value, $words );
}

/** A bound as one reads it. */
function chip_calculators_number( float $number ): string {
	return floor( $number ) === $number ? number_format( $number ) : rtrim( number_format( $number, 12 ), '0' );
}

/** What to write in place of a number that a setting does not take, or of what is none. */
function chip_calculators_limits( array $setting, ?float $number = null ): string {
	$min = chip_calculators_number( $setting['min'] );
	$max = chip_calculators_number( $setting['max'] );
	// A share of 70 is meant in per cent.
	if ( null !== $number && ! empty( $setting['fraction'] ) && $number > $setting['max'] && $number <= 100 * $setting['max'] ) {
		return sprintf(
			/* translators: 1: lower bound, 2: upper bound, 3: a percentage, 4: the same as a fraction */
			__( 'write a number from %1$s to %2$s; for %3$s write %3$s or %4$s', 'chip-calculators' ),
			$min,
			$max,
			chip_calculators_number( $number ) . '%',
			chip_calculators_number( $number / 100 )
		);
	}
	$advice = empty( $setting['whole'] )
		/* translators: 1: lower bound, 2: upper bound, 3: an example */
		? __( 'write a number from %1$s to %2$s, such as %3$s', 'chip-calculators' )
		/* translators: 1: lower bound, 2: upper bound, 3: an example */
		: __( 'write a whole number from %1$s to %2$s, such as %3$s', 'chip-calculators' );
	return sprintf( $advice, $min, $max, $setting['example'] );
}

/**
 * Reads one setting.
 *
 * @return array `value` as the tag takes it, `wrong` says what to write instead. A number in a form that only
 *               the calculator reads, such as 95% or 3万, is passed on as `unsure` with what to say if it does not.
 */
function chip_calculators_read( array $setting, string $value ): array {
	$words = $setting['words'] ?? array();
	switch ( $setting['kind'] ) {
		case 'choice':
			// The region of a language does not count.
			$known = chip_calculators_known( 'lang' === $setting['name'] ? preg_replace( '/[-_].*$/', '', $value ) : $value, $words );
			return null === $known ? array( 'wrong' => chip_calculators_one_of( $value, $words ) ) : array( 'value' => $known );
		case 'list':
			$good = array();
			$bad  = array();
			foreach ( preg_split( '/[\s,]+/', $value, -1, PREG_SPLIT_NO_EMPTY ) as $word ) {
				$known = chip_calculators_known( $word, $words );
				if ( null === $known ) {
					/* translators: 1: a name, 2: advice */
					$bad[] = sprintf( __( 'there is no %1$s, %2$s', 'chip-calculators' ), $word, chip_calculators_one_of( $word, $words ) );
				} else {
					$good[] = $known;
				}
			}
			$read = $good ? array( 'value' => implode( ' ', $good ) ) : array();
			return $bad ? $read + array( 'wrong' => implode( __( '; ', 'chip-calculators' ), $bad ) ) : $read;
		case 'color':
			$color = sanitize_hex_color( '#' . ltrim( $value, '#' ) );
			return $color ? array( 'value' => $color ) : array( 'wrong' => __( 'write a color such as #0a6b68', 'chip-calculators' ) );
		case 'currency':
			return preg_match( '/^[a-z]{3}$/i', $value ) ? array( 'value' => strtoupper( $value ) )
				: array( 'wrong' => __( 'write the code of a currency, such as EUR', 'chip-calculators' ) );
		case 'rate':
			return is_numeric( $value ) && $value > 0 ? array( 'value' => $value )
				: array( 'wrong' => __( 'write what one US dollar is in that currency, such as 0.92', 'chip-calculators' ) );
		case 'date':
			return preg_match( '/^\d{4}-\d{2}-\d{2}$/', $value ) ? array( 'value' => $value )
				: array( 'wrong' => __( 'write a day such as 2026-11-01', 'chip-calculators' ) );
		case 'text':
			return mb_strlen( $value ) <= $setting['most'] ? array( 'value' => $value )
				/* translators: %d: a number */
				: array( 'wrong' => sprintf( __( 'write at most %d characters', 'chip-calculators' ), $setting['most'] ) );
	}
	if ( ! is_numeric( $value ) ) {
		$advice = chip_calculators_limits( $setting );
		return mb_strlen( $value ) > 80 ? array( 'wrong' => $advice ) : array(
			'value'  => $value,
			'unsure' => $advice,
		);
	}
	$number   = (float) $value;
	$is_whole = empty( $setting['whole'] ) || floor( $number ) === $number;
	return $is_whole && $number >= $setting['min'] && $number <= $setting['max'] ? array( 'value' => $value )
		: array( 'wrong' => chip_calculators_limits( $setting, $number ) );
}

/**
 * What is wrong, for those who can mend it; readers see none of it.
 *
 * @param string[] $problems Texts.
 * @param string[] $unsure   Texts by setting, of what the calculator may yet read: page.js shows them if not.
 * @param string   $said     What they are.
 */
function chip_calculators_complaint( array $problems, array $unsure = array(), string $said = '' ): string {
	if ( ( ! $problems && ! $unsure ) || is_feed() || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$items = '';
	foreach ( $problems as $problem ) {
		$items .= '<li>' . esc_html( $problem ) . '</li>';
	}
	foreach ( $unsure as $name => $problem ) {
		$items .= '<li hidden data-chip-setting="' . esc_attr( $name ) . '">' . esc_html( $problem ) . '</li>';
	}
	$said = '' === $said ? __( 'These settings have no effect. Only editors see this note.', 'chip-calculators' ) : $said;
	return '<div class="chip-calculators-problem" style="border:2px solid #b3261e;margin-block:1em;padding:0.5em 1em"'
		. ( $problems ? '' : ' hidden' ) . '><p>' . esc_html( $said ) . '</p><ul>' . $items . '</ul></div>';
}

/**
 * A widget as HTML.
 *
 * @param array  $given    Settings by name, and `calculator`.
 * @param string $sentence The answer, for where the widget does not run.
 * @param bool   $is_block Whether WordPress knows more attributes of the place, such as its alignment.
 */
function chip_calculators_render( array $given, string $sentence, bool $is_block = false ): string {
	$sentence = trim( wp_strip_all_tags( $sentence ) );
	$fallback = '' === $sentence ? '' : '<p>' . esc_html( $sentence ) . '</p>';
	$all      = chip_calculators_settings();
	$written  = isset( $given['calculator'] ) && is_scalar( $given['calculator'] ) ? (string) $given['calculator'] : '';
	$name     = chip_calculators_known( preg_replace( '/^chip-/', '', $written ), array_keys( $all ) );
	if ( null === $name ) {
		$advice = chip_calculators_one_of( $written, array_keys( $all ) );
		return chip_calculators_complaint( array( chip_calculators_told( 'calculator="' . $written . '"', $advice ) ) ) . $fallback;
	}
	if ( is_feed() ) {
		return $fallback;
	}
	unset( $given['calculator'] );
	$known    = array_column( $all[ $name ]['settings'], null, 'name' );
	$values   = array();
	$problems = array();
	$unsure   = array();
	foreach ( $given as $key => $value ) {
		// A word of a shortcode without a value has a number for its name.
		$key   = is_int( $key ) && is_scalar( $value ) ? (string) $value : (string) $key;
		$value = is_scalar( $value ) ? trim( (string) $value ) : '';
		$found = chip_calculators_known( $key, array_keys( $known ) );
		if ( null === $found ) {
			$advice     = null === chip_calculators_known( $key, $all[ $name ]['elsewhere'] )
				? __( 'no setting has this name', 'chip-calculators' ) . chip_calculators_meant( $key, array_keys( $known ) )
				: __( 'scenarios of a calculator’s result stand in the page as JSON, which whoever runs the site can add', 'chip-calculators' );
			$problems[] = chip_calculators_told( $key, $advice );
			continue;
		}
		// cloud-rate and cloudRate are one.
		if ( isset( $values[ $found ] ) ) {
			$problems[] = chip_calculators_told( $key, __( 'is given more than once; the first counts', 'chip-calculators' ) );
			continue;
		}
		$setting = $known[ $found ];
		// Nothing written is nothing set, but where it says that there is none.
		if ( '' === $value && empty( $setting['optional'] ) ) {
			continue;
		}
		$read = '' === $value ? array( 'value' => '' ) : chip_calculators_read( $setting, $value );
		if ( isset( $read['value'] ) ) {
			$values[ $found ] = $read['value'];
		}
		if ( isset( $read['unsure'] ) ) {
			$unsure[ $found ] = chip_calculators_told( $key . '="' . $value . '"', $read['unsure'] );
		}
		if ( isset( $read['wrong'] ) ) {
			$problems[] = chip_calculators_told( $key . '="' . $value . '"', $read['wrong'] );
		}
	}
	$currency = array( 'currency', 'rate', 'rate-date' );
	$missing  = array_diff( $currency, array_keys( $values ) );
	if ( $missing && count( $missing ) < 3 ) {
		/* translators: %s: names between commas */
		$problems[] = sprintf( __( 'amounts stay in US dollars without a good %s', 'chip-calculators' ), implode( __( ', ', 'chip-calculators' ), $missing ) );
		$values     = array_diff_key( $values, array_flip( $currency ) );
	}
	$attributes = '';
	$style      = isset( $values['surface-color'] ) ? '--chip-padding:0.5em;' : '';
	foreach ( $values as $key => $value ) {
		if ( 'color' === $known[ $key ]['kind'] ) {
			$style .= '--chip-' . substr( $key, 0, -strlen( '-color' ) ) . ':' . $value . ';';
		} else {
			$attributes .= ' ' . $key . '="' . esc_attr( $value ) . '"';
		}
	}
	wp_enqueue_script( 'chip-calculators' );
	$place = array( 'class' => 'chip-calculators' ) + ( '' === $style ? array() : array( 'style' => $style ) );
	if ( $is_block ) {
		$place = get_block_wrapper_attributes( $place );
	} else {
		$place = 'class="chip-calculators"' . ( '' === $style ? '' : ' style="' . esc_attr( $style ) . '"' );
	}
	if ( $unsure ) {
		$place .= ' data-chip-unsure="' . esc_attr( implode( ' ', array_keys( $unsure ) ) ) . '"';
	}
	return chip_calculators_complaint( $problems, $unsure )
		. '<div ' . $place . '><chip-' . $name . $attributes . '>' . $fallback . '</chip-' . $name . '></div>';
}

/** The attributes of a shortcode as they were meant: without the tags that line breaks become, with plain quotes. */
function chip_calculators_mended( string $text ): string {
	$text = preg_replace( '#(?:<br\s*/?>|</?p\b[^>]*>|&nbsp;)+#i', ' ', $text );
	$text = str_replace( array( '&#8220;', '&#8221;', '&#8222;', '&#8243;', '&ldquo;', '&rdquo;', '&quot;' ), '“', $text );
	$text = preg_replace( '/=\s*[“”„″]([^“”„″"]*)[“”″]/u', '="$1"', $text ) ?? $text;
	return preg_replace( '/=\s*[‘’]([^‘’"]*)[‘’]/u', '="$1"', $text ) ?? $text;
}

/**
 * A shortcode as HTML. One that is not closed has all up to the next one's end for its sentence: that is the
 * article, and stands after the widget.
 */
function chip_calculators_shortcode( array $attributes, string $content ): string {
	if ( ! preg_match( '/\[chip_calculator[\s\]\/]/', $content ) ) {
		return chip_calculators_render( $attributes, $content );
	}
	$problem = __( 'write [/chip_calculator] after the sentence of this calculator; what follows stands below it', 'chip-calculators' );
	$said    = __( 'This shortcode is not closed. Only editors see this note.', 'chip-calculators' );
	return chip_calculators_complaint( array( $problem ), array(), $said )
		. chip_calculators_render( $attributes, '' )
		. str_replace( '[/chip_calculator]', '', do_shortcode( $content . '[/chip_calculator]' ) );
}

add_action(
	'init',
	static function () {
		$script = static function ( $handle, $file, $needs ) {
			wp_register_script( $handle, plugins_url( $file, __FILE__ ), $needs, '0.1.0', true );
		};
		$script( 'chip-calculators-page', 'page.js', array() );
		// From the plugin's own folder: the loader finds its files beside itself.
		$script( 'chip-calculators', 'assets/embed.js', array( 'chip-calculators-page' ) );
		$script(
			'chip-calculators-editor',
			'editor.js',
			array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-i18n', 'chip-calculators' )
		);
		register_block_type(
			__DIR__ . '/block.json',
			array(
				'render_callback' => static function ( $attributes ) {
					$settings               = isset( $attributes['settings'] ) && is_array( $attributes['settings'] ) ? $attributes['settings'] : array();
					$settings['calculator'] = $attributes['calculator'] ?? '';
					return chip_calculators_render( $settings, (string) ( $attributes['sentence'] ?? '' ), true );
				},
			)
		);
		add_shortcode(
			'chip_calculator',
			static function ( $attributes, $content ) {
				return chip_calculators_shortcode( is_array( $attributes ) ? $attributes : array(), (string) $content );
			}
		);
	}
);

add_filter(
	'pre_do_shortcode_tag',
	static function ( $done, $tag, $attributes, $found ) {
		if ( false !== $done || 'chip_calculator' !== $tag ) {
			return $done;
		}
		$attributes = shortcode_parse_atts( chip_calculators_mended( $found[3] ) );
		return chip_calculators_shortcode( is_array( $attributes ) ? $attributes : array(), $found[5] ?? '' );
	},
	10,
	4
);

add_action(
	'enqueue_block_editor_assets',
	static function () {
		$is_chinese = 0 === strpos( get_user_locale(), 'zh' );
		$known      = array(
			'settings' => chip_calculators_settings(),
			'words'    => chip_calculators_json( $is_chinese ? 'words/zh.json' : 'words/en.json' ),
			// What readers get is in the site's language, whatever the editor's is.
			'language' => str_replace( '_', '-', get_locale() ),
			'script'   => plugins_url( 'assets/embed.js', __FILE__ ),
		);
		wp_add_inline_script( 'chip-calculators-editor', 'window.chipCalculatorsEditor = ' . wp_json_encode( $known ) . ';', 'before' );
		if ( $is_chinese ) {
			$said = array_map( static fn( $text ) => array( $text ), chip_calculators_chinese() );
			wp_add_inline_script( 'chip-calculators-editor', 'wp.i18n.setLocaleData(' . wp_json_encode( $said ) . ', "chip-calculators");', 'before' );
		}
	}
);
