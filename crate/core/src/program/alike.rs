//! What a program counts alike: where it asks how many said a word, and never who, generals who heard as many of each are alike.

use crate::word::Word;

/// Brings what was heard into an order of its own, whoever said it: all who said the same word, then all who said the next one.
pub(super) fn in_order(heard: &mut [Option<Word>]) {
    let said = heard.to_vec();
    let mut place = 0;
    for (_, word) in Word::LETTERS {
        for one in said.iter().filter(|one| **one == Some(word)) {
            heard[place] = *one;
            place += 1;
        }
    }
    heard[place..].fill(None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Order;

    #[test]
    fn who_said_what_is_gone_and_how_many_did_is_not() {
        let [attack, retreat] = [Order::Attack, Order::Retreat].map(|order| Some(order.into()));
        let mut one = [None, attack, retreat, attack];
        let mut other = [attack, None, attack, retreat];
        let mut fewer = [attack, None, None, retreat];
        for heard in [&mut one, &mut other, &mut fewer] {
            in_order(heard);
        }
        assert_eq!(one, other);
        assert_ne!(one, fewer);
    }
}
