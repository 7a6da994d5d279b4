//! A hundred thousand links made by lot have the same runs and answers natively as in WebAssembly: one digest of them all,
//! which the tests of the step API and of each browser reach too.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used)] // a test may

use generals::{
    Tool, Trace,
    lab::ring::{even_blocs, ring},
    limits::RING_MESSAGES_MAX,
    link::{LinkSize, parse},
    messages_at_most,
};
use generals_wire::{
    Ring,
    file::{Carrier, Json, RunFile},
};
use serde_json::Value;

/// A number for each of many turns (SplitMix64).
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The link that a lot makes.
fn link_of(lot: u64, data: &Value) -> String {
    let mut turn = 0;
    let mut below = |count: usize| {
        turn += 1;
        (mix(lot * 100 + turn) % count as u64) as usize
    };
    let protocols = data["protocols"].as_array().unwrap();
    let protocol = &protocols[below(protocols.len())];
    let mut link = format!("v=1&p={}", protocol[0].as_str().unwrap());
    for group in protocol[1].as_array().unwrap() {
        for key in data["keys"][group.as_str().unwrap()].as_array().unwrap() {
            let values = key[2].as_array().unwrap();
            if below(12) < key[1].as_u64().unwrap() as usize {
                let value = values[below(values.len())].as_str().unwrap();
                link = format!("{link}&{}={value}", key[0].as_str().unwrap());
            }
        }
    }
    link
}

/// What is answered: the run as a file, of every eighth the ring too; or why it is refused. And whether it was opened.
fn answer(lot: u64, link: &str) -> (bool, String) {
    let opened = parse(link, LinkSize::Stepped).and_then(|link| Trace::new(link.scenario));
    let trace = match opened {
        Ok(trace) => trace,
        Err(error) => {
            let key = error.key.unwrap_or_default();
            return (false, format!("{} {key}", error.code.name()));
        }
    };
    let mut text = RunFile::of(&trace)
        .ok()
        .and_then(|file| Json.write(&file))
        .unwrap();
    let army = trace.scenario();
    if lot.is_multiple_of(8) && messages_at_most(army).total <= RING_MESSAGES_MAX {
        let blocs = even_blocs(army.n()).filter(|_| army.spec().answers(Tool::Ring));
        if let Some((blocs, found)) = blocs.and_then(|blocs| Some((blocs, ring(army, blocs)?))) {
            text += &Json.write(&Ring::of(blocs, &found)).unwrap();
        }
    }
    (true, text)
}

#[test]
fn a_hundred_thousand_links_have_the_same_answers_as_in_a_browser() {
    let data = include_str!("../../../tests/links/random.json");
    let data: Value = serde_json::from_str(data).unwrap();
    let (mut opened, mut digest) = (0, 0x811C_9DC5_u32);
    for lot in 0..data["links"].as_u64().unwrap() {
        let (is_open, text) = answer(lot, &link_of(lot, &data));
        opened += u64::from(is_open);
        for byte in text.bytes().chain(*b"\n") {
            digest = (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    assert_eq!(
        (opened, u64::from(digest)),
        (
            data["opened"].as_u64().unwrap(),
            data["digest"].as_u64().unwrap()
        )
    );
}
