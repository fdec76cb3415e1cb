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
