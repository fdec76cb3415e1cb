<?php
/**
 * Plugin Name: Chip Calculators
 * Description: Calculators of AI-chip economics beside your article, as a block or a shortcode. Nothing is loaded from elsewhere, nobody is tracked.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * The calculators run in the reader's browser. What this plugin prints is the tag with the settings that
 * an author chose, each checked against settings.json, and inside it the answer as a sentence: it stays
 * where scripts do not run, and it is all that a feed gets. Authors need no right to post unfiltered HTML.
 */

defined( 'ABSPATH' ) || exit;

/** The calculators, and what can be set on each: written when the plugin is packed. */
function chip_calculators_settings(): array {
	static $settings = null;
	if ( null === $settings ) {
		$settings = json_decode( file_get_contents( __DIR__ . '/settings.json' ), true );
	}
	return $settings;
}

/** A name as it is compared: shortcodes lose capitals, hands leave out hyphens. */
function chip_calculators_bare( string $name ): string {
	return str_replace( array( '-', '_' ), '', strtolower( $name ) );
}

/**
 * Checks one setting.
 *
 * @return string|null What is wrong with it.
 */
function chip_calculators_wrong( array $setting, string $value ): ?string {
	if ( isset( $setting['words'] ) ) {
		/* translators: %s: words between commas */
		return in_array( $value, $setting['words'], true ) ? null
			: sprintf( __( 'must be one of %s', 'chip-calculators' ), implode( ', ', $setting['words'] ) );
	}
	if ( ! isset( $setting['min'] ) ) {
		return strlen( $value ) > 400 ? __( 'is too long', 'chip-calculators' ) : null;
	}
	if ( '' === $value && ! empty( $setting['optional'] ) ) {
		return null;
	}
	if ( ! is_numeric( $value ) ) {
		return __( 'must be a number, such as 0.7 for 70%', 'chip-calculators' );
	}
	$number = (float) $value;
	if ( ! empty( $setting['whole'] ) && floor( $number ) !== $number ) {
		return __( 'must be a whole number', 'chip-calculators' );
	}
	if ( $number < $setting['min'] || $number > $setting['max'] ) {
		/* translators: 1: lower bound, 2: upper bound */
		return sprintf( __( 'must be from %1$s to %2$s', 'chip-calculators' ), $setting['min'], $setting['max'] );
	}
	return null;
}

/** What is wrong, for those who can mend it; readers see the sentence alone. */
function chip_calculators_complaint( array $problems ): string {
	if ( ! $problems || is_feed() || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$items = array_map(
		static function ( $problem ) {
			return '<li>' . esc_html( $problem ) . '</li>';
		},
		$problems
	);
	return '<div class="chip-calculators-problem"><p>'
		. esc_html__( 'Chip Calculators does not use (readers do not see this):', 'chip-calculators' )
		. '</p><ul>' . implode( '', $items ) . '</ul></div>';
}

/**
 * A widget as HTML.
 *
 * @param array  $given    Settings by name, and `calculator`.
 * @param string $sentence The answer, for where the widget does not run.
 */
function chip_calculators_render( array $given, string $sentence ): string {
	$sentence = trim( wp_strip_all_tags( $sentence ) );
	$fallback = '' === $sentence ? '' : '<p>' . esc_html( $sentence ) . '</p>';
	$all      = chip_calculators_settings();
	$name     = isset( $given['calculator'] ) ? (string) $given['calculator'] : '';
	if ( ! isset( $all[ $name ] ) ) {
		/* translators: %s: names between commas */
		$known = sprintf( __( 'calculator must be one of %s', 'chip-calculators' ), implode( ', ', array_keys( $all ) ) );
		return chip_calculators_complaint( array( $known ) ) . $fallback;
	}
	if ( is_feed() ) {
		return $fallback;
	}
	$known = array();
	foreach ( $all[ $name ] as $setting ) {
		$known[ chip_calculators_bare( $setting['name'] ) ] = $setting;
	}
	$attributes = '';
	$problems   = array();
	foreach ( $given as $key => $value ) {
		if ( 'calculator' === $key || 'sentence' === $key || null === $value ) {
			continue;
		}
		// A word of a shortcode without a value has a number for its name.
		$key   = is_int( $key ) ? (string) $value : $key;
		$value = trim( (string) $value );
		if ( ! isset( $known[ chip_calculators_bare( $key ) ] ) ) {
			/* translators: %s: a name */
			$problems[] = sprintf( __( '%s: no setting has this name', 'chip-calculators' ), $key );
			continue;
		}
		$setting = $known[ chip_calculators_bare( $key ) ];
		$wrong   = chip_calculators_wrong( $setting, $value );
		if ( null !== $wrong ) {
			$problems[] = $key . '="' . $value . '" ' . $wrong;
			continue;
		}
		$attributes .= ' ' . $setting['name'] . '="' . esc_attr( $value ) . '"';
	}
	wp_enqueue_script( 'chip-calculators' );
	// The tag and its content on lines of their own, and no block element first: wpautop leaves them alone.
	return chip_calculators_complaint( $problems )
		. '<div class="chip-calculators"><chip-' . $name . $attributes . '>' . $fallback . '</chip-' . $name . '></div>';
}

add_action(
	'init',
	static function () {
		// From the plugin's own folder: the loader finds its files beside itself.
		wp_register_script( 'chip-calculators', plugins_url( 'assets/embed.js', __FILE__ ), array(), '0.1.0', true );
		wp_register_script(
			'chip-calculators-editor',
			plugins_url( 'editor.js', __FILE__ ),
			array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n', 'chip-calculators' ),
			'0.1.0',
			true
		);
		wp_add_inline_script(
			'chip-calculators-editor',
			'window.chipCalculatorsSettings = ' . wp_json_encode( chip_calculators_settings() ) . ';',
			'before'
		);
		register_block_type(
			__DIR__ . '/block.json',
			array(
				'render_callback' => static function ( $attributes ) {
					$settings               = isset( $attributes['settings'] ) && is_array( $attributes['settings'] ) ? $attributes['settings'] : array();
					$settings['calculator'] = $attributes['calculator'] ?? '';
					return chip_calculators_render( $settings, $attributes['sentence'] ?? '' );
				},
			)
		);
		add_shortcode(
			'chip_calculator',
			static function ( $attributes, $content ) {
				return chip_calculators_render( is_array( $attributes ) ? $attributes : array(), (string) $content );
			}
		);
	}
);
