//! The project's tasks: `cargo xtask serve | test | build`.

fn main() {}
