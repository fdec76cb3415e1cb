//! Square roots and whole numbers: std's own, which round correctly on every host.

macro_rules! functions {
    ($($name:ident = $method:ident;)+) => {
        $(
            #[inline(always)]
            pub fn $name(x: f64) -> f64 {
                x.$method()
            }
        )+
    };
}

functions! {
    ceil = ceil;
    floor = floor;
    sqrt = sqrt;
}

/// A number kept within bounds. `f64::clamp` does the same, but its panic for bounds in the wrong order
/// prints them, and brings 20 KB of formatting into a module that prints no number anywhere else.
#[inline]
pub fn within(number: f64, min: f64, max: f64) -> f64 {
    debug_assert!(min <= max);
    if number < min {
        min
    } else if number > max {
        max
    } else {
        number
    }
}
