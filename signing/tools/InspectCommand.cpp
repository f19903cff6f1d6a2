// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "Commands.h"
#include "FileAccess.h"
#include "congvu/signing/pades/FormFields.h"

namespace congvu::signing::tool {
namespace {

std::string_view nameOf(FormFieldKind kind) {
    switch (kind) {
        case FormFieldKind::text:
            return "text";
        case FormFieldKind::signature:
            return "signature";
        case FormFieldKind::other:
            return "other";
    }
    return "";
}

int run(const std::string& file) {
    const auto outline = DocumentOutline::read(readFile(file));
    for (std::size_t index = 0; index < outline.pages.size(); ++index) {
        std::cout << "page " << index + 1 << ": " << outline.pages[index].width << " x " << outline.pages[index].height << '\n';
    }
    for (const FormField& field : outline.fields) {
        const Rectangle& place = field.rectangle;
        std::cout << "field " << field.name << ": " << nameOf(field.kind) << ", page " << field.page << ", rect " << place.x << ','
                  << place.y << ',' << place.width << ',' << place.height << (field.signedOrFilled ? ", filled" : ", empty")
                  << (field.readOnly ? ", read-only" : "") << (field.value.empty() ? "" : ", value \"" + field.value + '"') << '\n';
    }
    return kValid;
}

}  // namespace

void addInspectCommand(CLI::App& app, Action& action) {
    auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("inspect", "List pages and form fields of a PDF");
    command->add_option("FILE", *file, "PDF file")->required();
    command->callback([file, &action] { action = [file] { return run(*file); }; });
}

}  // namespace congvu::signing::tool
