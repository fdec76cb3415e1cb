//! Numerical methods, one of each. Each file says why no crate serves.

#[cfg_attr(
    not(feature = "analysis"),
    allow(dead_code, reason = "goal seeking takes most of it")
)]
pub mod roots;
#[cfg(feature = "analysis")]
pub mod sequence;
pub mod special;
#[cfg(feature = "analysis")]
pub mod summary;
