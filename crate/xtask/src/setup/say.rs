//! What setting up tells the user.

/// Says what is about to be done; the work's own output follows.
pub(super) fn say(text: &str) {
    eprintln!("setup: {text}");
}
