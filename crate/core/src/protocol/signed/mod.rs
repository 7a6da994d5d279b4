//! What signing takes, whatever the protocol: keys that follow from the seed, and letters under a chain of signatures.

pub mod keys;
pub mod letter;

/// A letter, and the keys that check it.
pub(crate) type Sealed<'a> = (&'a letter::Letter, &'a keys::Keys);
