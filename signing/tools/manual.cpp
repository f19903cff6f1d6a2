// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "Commands.h"

// congvu-sign-manual TEMPLATE PAGE: puts every command and option that --help knows in the place of @COMMANDS@.
namespace {

/// Text as roff shows it: hyphens that can be copied, no line that begins with a request.
std::string roff(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '-' || letter == '\\') {
            out += letter == '-' ? "\\-" : "\\e";
        } else if (out.empty() && (letter == '.' || letter == '\'')) {
            out += "\\&";
            out += letter;
        } else {
            out += letter == '\n' ? ' ' : letter;
        }
    }
    return out;
}

std::string optionText(const CLI::Option& option) {
    std::string out = ".TP\n";
    if (option.get_positional()) {
        out += ".I " + roff(option.get_name(true, false)) + '\n';
    } else {
        const std::string type = option.get_type_size() == 0 ? "" : " \\fI" + roff(option.get_type_name()) + "\\fR";
        out += "\\fB" + roff(option.get_name(false, true)) + "\\fR" + type + '\n';
    }
    return out + roff(option.get_description()) + '\n';
}

std::string synopsis(const CLI::App& command) {
    std::string out = "\\fBcongvu\\-sign " + command.get_name() + "\\fR [\\fIoptions\\fR]";
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional()) {
            const bool isRepeated = option->get_items_expected_max() > 1;
            out += " \\fI" + roff(option->get_name(true, false)) + "\\fR" + (isRepeated ? "..." : "");
        }
    }
    return out;
}

std::string commandText(const CLI::App& command) {
    std::string out = ".SS " + command.get_name() + '\n' + synopsis(command) + "\n.PP\n" + roff(command.get_description()) + ".\n";
    for (const CLI::Option* option : command.get_options()) {
        out += optionText(*option);
    }
    return out;
}

}  // namespace

int main(int argumentCount, char** arguments) {
    if (argumentCount != 3) {
        std::cerr << "congvu-sign-manual TEMPLATE PAGE\n";
        return 64;
    }
    constexpr std::string_view kMark = "@COMMANDS@\n";
    std::ifstream source(arguments[1]);
    std::string page{std::istreambuf_iterator<char>(source), std::istreambuf_iterator<char>()};
    const std::size_t mark = page.find(kMark);
    if (mark == std::string::npos) {
        std::cerr << arguments[1] << ": no @COMMANDS@\n";
        return 1;
    }
    CLI::App app;
    congvu::signing::tool::Action action;
    congvu::signing::tool::addCommands(app, action);
    std::string commands;
    for (const CLI::App* command : std::as_const(app).get_subcommands({})) {
        commands += commandText(*command);
    }
    std::ofstream target(arguments[2]);
    target << page.replace(mark, kMark.size(), commands);
    return target.flush() ? 0 : 1;
}
