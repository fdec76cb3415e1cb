//! Square roots and whole numbers, each in one instruction of WebAssembly.
//!
//! Stable Rust gives a crate without std no way to those instructions but the vector ones, and `libm`
//! computes them there in integers. Both round correctly, so that every host has the same bits.

#[cfg(not(target_arch = "wasm32"))]
use libm as host;
#[cfg(target_arch = "wasm32")]
use vector as host;

pub use host::{ceil, sqrt, trunc};
#[cfg(feature = "analysis")]
pub use host::{floor, rint};

#[cfg(target_arch = "wasm32")]
mod vector {
    use core::arch::wasm32;

    macro_rules! one {
        ($name:ident $vector:ident) => {
            #[target_feature(enable = "simd128")]
            #[inline]
            pub fn $name(x: f64) -> f64 {
                wasm32::f64x2_extract_lane::<0>(wasm32::$vector(wasm32::f64x2_splat(x)))
            }
        };
    }

    one!(ceil f64x2_ceil);
    one!(sqrt f64x2_sqrt);
    one!(trunc f64x2_trunc);
    #[cfg(feature = "analysis")]
    one!(floor f64x2_floor);
    #[cfg(feature = "analysis")]
    one!(rint f64x2_nearest);
}
