//! How fast the program must be, in one place; `cargo xtask bench` compares.

/// What one measurement should come to. `name` is that of the benchmark that prints it.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) most: f64,
    pub(crate) unit: &'static str,
}

const fn ms(name: &'static str, most: f64) -> Target {
    Target {
        name,
        most,
        unit: "ms",
    }
}

pub(crate) const TARGETS: [Target; 34] = [
    ms("native verdict n=16 m=5", 3.0),
    ms("native verdict n=19 m=6", 100.0),
    ms("native attack n=31 m=10", 20.0),
    ms("native exhaust n=7 m=2", 2500.0),
    ms("wasm attack n=31 m=10", 60.0),
    ms("wasm exhaust n=7 m=2", 5000.0),
    ms("wasm verdict n=16 m=5", 6.0),
    ms("wasm verdict n=19 m=6", 200.0),
    ms("wasm judge n=31 m=10", 1000.0),
    ms("browser open n=16 m=5", 150.0),
    Target {
        name: "browser memory n=16 m=5",
        most: 64.0,
        unit: "MiB",
    },
    ms("browser open n=13 m=4", 20.0),
    ms("browser seek n=13 m=4", 2.0),
    ms("browser seek n=16 m=5", 2.0),
    ms("browser open SM n=10 m=3", 150.0),
    ms("browser other world OM n=4 m=1", 50.0),
    ms("browser other world SM n=4 m=1", 50.0),
    ms("wasm table sort n=13 m=4", 50.0),
    ms("wasm table filter n=13 m=4", 50.0),
    ms("browser table sort n=13 m=4", 50.0),
    ms("browser table scroll n=13 m=4, p95", 8.0),
    ms("browser first paint", 200.0),
    ms("browser interactive", 400.0),
    ms("browser frame of 336 messengers, p50", 4.0),
    ms("browser frame of 336 messengers, p95", 8.0),
    ms("browser frame of 3024 messengers, p50", 4.0),
    ms("browser frame of 95040 messengers, p50", 16.0),
    ms("browser frame of a run of 3609 messages, p50", 4.0),
    ms("browser frame of a run of 108384 messages, p50", 16.0),
    ms("browser turning a general n=10 m=3, p50", 50.0),
    // Browsers tell of tasks from 50 ms on: there is to be none.
    ms("browser longest task over 50 ms while searching", 0.0),
    ms("browser cancel to the next search, slowest", 100.0),
    Target {
        name: "browser layout shift, opening",
        most: 0.0,
        unit: "",
    },
    // Sentences and lists grow within their places; browsers call up to 0.1 good.
    Target {
        name: "browser layout shift, whole run",
        most: 0.01,
        unit: "",
    },
];
