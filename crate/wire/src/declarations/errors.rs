//! The errors that are thrown: what they carry, and that they are errors.

use crate::{
    Allowed, Code, Damage, Diagnosis, Form, LabCode, LabFault, LinkFault, ProgramFaults, Source,
    file::{FileCode, FileFault, Pasted},
};

const ERRORS: &str = r#"
/** Thrown for a link or change that is refused. */
export interface LinkError extends Error, LinkFault {
  name: "LinkError";
}
/** Thrown by whatever is asked of an object after its `free()`; freeing it again does nothing. */
export interface FreedError extends Error {
  name: "FreedError";
}
/** The engine broke off, which it should never do: thrown by that call, its cause in `cause`, and by every one after it. Load the module anew. */
export interface BrokenError extends Error {
  name: "BrokenError";
}
/** Calls a listener if the engine breaks off. */
export function whenBroken(listener: (error: BrokenError) => void): void;
/** Thrown where a run has no such file, and for a file that is not read. */
export interface FileError extends Error, FileFault {
  name: "FileError";
}
/** Thrown for a text that is no program. */
export interface ProgramError extends Error, ProgramFaults {
  name: "ProgramError";
}
/** Thrown for a question that cannot be answered here. */
export interface LabError extends Error, LabFault {
  name: "LabError";
}
"#;

pub(super) fn all() -> String {
    let mut all = all![
        Code,
        Form,
        Allowed,
        LinkFault,
        Damage,
        Diagnosis,
        LabCode,
        LabFault,
        Source,
        Pasted,
        FileCode,
        FileFault,
        ProgramFaults
    ];
    all.push_str(ERRORS.trim_start());
    all
}
