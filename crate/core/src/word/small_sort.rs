//! One instance of the library's sort for all: each further kind of element sorted by itself adds about ten kilobytes.

use std::{cmp::Ordering, collections::BTreeMap};

/// Sorts by a key; equals stay in their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The same by comparing two, where a key would have to be copied each time.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

/// The one instance of the library's sort.
#[inline(never)]
fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

/// A map of these; of two with one key the later counts. Collecting would sort them first.
///
/// ```
/// assert_eq!(generals::map_of([(1, 'a'), (2, 'b'), (1, 'c')])[&1], 'c');
/// ```
pub fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_their_order() {
        let mut items = vec!["bb", "a", "cc", "d", "aa"];
        sort_by_key(&mut items, |item| item.len());
        assert_eq!(items, ["a", "d", "bb", "cc", "aa"]);
    }

    #[test]
    fn the_last_entry_of_a_key_counts() {
        assert_eq!(map_of([(1, 'a'), (1, 'b')])[&1], 'b');
    }
}
