//! Declarations as people write them: a comment a line, a field a line.

/// One declaration, laid out.
pub(super) fn tidy(declaration: &str) -> String {
    let text = declaration
        .replace("\"kind\":", "kind:")
        .replace(", }", ",\n}")
        .replace("{ kind:", "{\nkind:")
        .replace("/**\n * ", "/** ")
        .replace("\n */", " */");
    let mut depth: usize = 0;
    let mut laid = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_comment = line.starts_with(['/', '*']);
        if line.starts_with('}') {
            depth = depth.saturating_sub(1);
        }
        let star = if line.starts_with('*') { " " } else { "" };
        laid.push_str(&"  ".repeat(depth));
        laid.push_str(star);
        laid.push_str(line);
        laid.push('\n');
        if !is_comment && line.ends_with('{') {
            depth += 1;
        }
    }
    laid
}

#[test]
fn comments_and_fields_have_lines_of_their_own() {
    assert_eq!(
        tidy("/**\n * An army.\n */\nexport type Army = { \n/**\n * Generals.\n */\nn: number, };"),
        "/** An army. */\nexport type Army = {\n  /** Generals. */\n  n: number,\n};\n"
    );
}
