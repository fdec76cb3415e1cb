//! Numerical methods, one of each. Each file says why no crate serves.

pub mod roots;
#[cfg(feature = "analysis")]
pub mod sequence;
pub mod special;
pub mod summary;
