//! The permission for the desk's commands.

use std::fmt::Write;

use seller_commands::COMMANDS;

#[test]
fn the_window_grants_every_command_of_the_desk() {
    let mut text = String::from(
        "# Written by `cargo xtask codegen` from the desk's list of commands. Do not edit.\n\n\
         [[permission]]\n\
         identifier = \"desk\"\n\
         description = \"Every command of the desk.\"\n\
         commands.allow = [\n",
    );
    for command in COMMANDS {
        writeln!(text, "    \"{}\",", command.name).unwrap();
    }
    text += "]\n";
    crate::assert_current("src-tauri/permissions/commands.toml", &text);
}
