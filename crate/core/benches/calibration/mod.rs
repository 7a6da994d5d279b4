//! Two fixed loops that say how fast the machine is just now; targets of speed are stated in what these take.
//!
//! `tests/bench/calibration.wat` holds the same for wasm. What they come to is printed with the time, so that nobody
//! can change one of them unnoticed.

use std::{hint::black_box, time::Instant};

/// 64 MiB: more than the caches hold.
const WORDS: usize = 1 << 23;
/// Of 64 bytes each.
const LINES: usize = 1 << 20;
const WORDS_IN_A_LINE: usize = WORDS / LINES;
/// Odd, so that all lines are met before one is met again; far enough for no line to have been fetched ahead.
const LINES_APART: usize = 650_101;
const ROUNDS: u32 = 1 << 24;
/// Of splitmix64.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

const WARM_UP_RUNS: usize = 3;
const RUNS: usize = 25;

/// Prints a line for each loop.
pub(crate) fn calibrate() {
    print("arithmetic", arithmetic);
    let mut words = filled();
    print("memory", || memory(&mut words));
}

fn print(name: &str, mut work: impl FnMut() -> u64) {
    let mut checksum = 0;
    let mut times: Vec<f64> = (0..WARM_UP_RUNS + RUNS)
        .map(|_| {
            let start = Instant::now();
            checksum = black_box(work());
            start.elapsed().as_secs_f64() * 1e3
        })
        .skip(WARM_UP_RUNS)
        .collect();
    times.sort_by(f64::total_cmp);
    // Nine of ten take no longer than the slow one.
    let (median, slow) = (times[RUNS / 2], times[RUNS * 9 / 10]);
    println!(
        "{{\"calibration\":\"{name}\",\"median_ms\":{median:.4},\"slow_ms\":{slow:.4},\"checksum\":\"{checksum:016x}\"}}"
    );
}

/// Rounds of splitmix64, joined in an order that no compiler can change to take several at once.
fn arithmetic() -> u64 {
    let mut state = 0_u64;
    let mut sum = 0_u64;
    for _ in 0..ROUNDS {
        state = state.wrapping_add(STEP);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        sum = sum.rotate_left(1) ^ word ^ (word >> 31);
    }
    sum
}

fn filled() -> Vec<u64> {
    (0..WORDS as u64)
        .map(|word| word.wrapping_mul(STEP))
        .collect()
}

/// The first half written over the second, each word one more; then a word of every line joined, far from line to line.
fn memory(words: &mut [u64]) -> u64 {
    let (from, to) = words.split_at_mut(WORDS / 2);
    for (from, to) in from.iter().zip(to) {
        *to = from.wrapping_add(1);
    }
    let mut line = 0;
    let mut sum = 0_u64;
    for _ in 0..LINES {
        line = (line + LINES_APART) % LINES;
        sum = sum
            .rotate_left(1)
            .wrapping_add(words[line * WORDS_IN_A_LINE]);
    }
    sum
}
