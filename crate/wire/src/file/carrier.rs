//! What turns plain data into text and back.

use serde::Serialize;

use super::Tree;

/// A writer and reader of JSON. `None` is what it cannot write, or what is no JSON.
pub trait Carrier {
    /// Plain data as text.
    fn write<T: Serialize>(&self, data: &T) -> Option<String>;

    /// A text as plain data.
    fn read(&self, text: &str) -> Option<Tree>;

    /// What is read of these data once they are written.
    fn tree<T: Serialize>(&self, data: &T) -> Option<Tree> {
        self.read(&self.write(data)?)
    }
}
