//! A link that is only asked who trusts whom: among more parties than can settle an order.

use super::{
    decode,
    parse::{LinkSize, Reader, parse},
};
use crate::{
    link::error::{Allowed, Code, Key, LinkError},
    protocol::{
        Protocol, Sizes, Task,
        trust::{TrustGraph, terms},
    },
    scenario::generals_named,
    word::{Generals, limits::TRUSTING_PARTIES_MAX},
};

/// How many parties a graph may have.
const PARTIES: Sizes = Sizes {
    min: 2,
    max: TRUSTING_PARTIES_MAX as u64,
    default: 3,
};

/// Reads the trust graph and the cheats of a link of `p=trust`; `n` may be 2 to 16 here.
///
/// # Errors
/// The first fault of `v`, `p`, `n`, `t` and `w`, by the order of the table of keys.
///
/// ```
/// use generals::link::parse_trust;
///
/// let (graph, cheats) = parse_trust("v=1&p=trust&n=5&t=4&w=1-2.2-3.3-2").unwrap();
/// assert_eq!((graph.n(), cheats.len(), graph.is_consistent()), (5, 1, false));
/// assert_eq!(parse_trust("v=1&p=trust&n=17").unwrap_err().key.as_deref(), Some("n"));
/// ```
pub fn parse_trust(text: &str) -> Result<(TrustGraph, Generals), LinkError> {
    let decoded = decode::pairs(text);
    let rest = decoded.rest.filter(|rest| rest.has_keys);
    if let Some(fault) = decoded.fault {
        return Err(fault);
    }
    if let Some(rest) = rest {
        return Err(decode::fault(Code::Malformed, Some(&rest.text)));
    }
    let mut reader = Reader::default();
    reader.take(decoded.pairs);
    reader.version();
    let protocol = reader.protocol();
    if protocol.spec().task != Task::Settlement {
        let allowed = Some(Allowed::OneOf(vec![Protocol::Trust.name()]));
        let name = protocol.name();
        reader.faults.add(Key::P, Code::BadValue, name, allowed);
    }
    let parties = reader.number(Key::N).unwrap_or(PARTIES.default);
    if PARTIES.nearest(parties) != parties {
        let allowed = Some(Allowed::Range(PARTIES.min, PARTIES.max));
        let read = parties.to_string();
        reader.faults.add(Key::N, Code::OutOfRange, &read, allowed);
    }
    let n = PARTIES.nearest(parties);
    let numbers = reader.numbers(Key::T);
    let cheats = generals_named(&mut reader.faults, Key::T, &numbers, n);
    let graph = match reader.value(Key::W) {
        Some(text) => terms::graph(&text, n as usize, &mut reader.faults),
        None => terms::default_graph(n as usize),
    };
    match reader.faults.first() {
        Some(fault) => Err(fault),
        // What can be run is read as a run is.
        None if n == 3 => parse(text, LinkSize::Any).map(|_| (graph, cheats)),
        None => Ok((graph, cheats)),
    }
}
