//! Maps by generals' numbers, as they stand in JSON: JavaScript has such keys in the order of numbers, whatever order they are given in.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// A map, 2 before 10.
struct ByNumber<'a, T>(&'a BTreeMap<String, T>);

impl<T: Serialize> Serialize for ByNumber<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_by_key(|(number, _)| (number.len(), *number));
        to.collect_map(entries)
    }
}

/// Writes a map.
pub(crate) fn all<T: Serialize, S: Serializer>(
    map: &BTreeMap<String, T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    ByNumber(map).serialize(to)
}

/// Writes a map that may not be there.
pub(crate) fn some<T: Serialize, S: Serializer>(
    map: &Option<BTreeMap<String, T>>,
    to: S,
) -> Result<S::Ok, S::Error> {
    map.as_ref().map(ByNumber).serialize(to)
}
