//! The errors that are thrown: what they carry, and that they are errors.

use crate::{Allowed, Code, Damage, Diagnosis, Form, LabCode, LabFault, LinkFault};

const ERRORS: &str = r#"
/** Thrown for a link or change that is refused. */
export interface LinkError extends Error, LinkFault {
  name: "LinkError";
}
/** Thrown for a question that cannot be answered here. */
export interface LabError extends Error, LabFault {
  name: "LabError";
}
"#;

pub(super) fn all() -> String {
    let mut all = all![
        Code, Form, Allowed, LinkFault, Damage, Diagnosis, LabCode, LabFault
    ];
    all.push_str(ERRORS.trim_start());
    all
}
