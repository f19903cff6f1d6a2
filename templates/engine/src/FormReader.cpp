// SPDX-License-Identifier: Apache-2.0
#include "FormReader.h"

#include "FieldLimits.h"
#include "FormLayout.h"
#include "JsonNode.h"
#include "LayoutReader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::templates {

namespace {

constexpr std::string_view kIdentifierCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

LocalizedText readLocalized(const JsonNode& node) {
    node.allowOnly({"vi", "en"});
    return {node.text("vi"), node.text("en")};
}

FieldKind readKind(const JsonNode& node) {
    static constexpr std::array kKinds{FieldKind::text, FieldKind::multiline, FieldKind::richText,
                                       FieldKind::date, FieldKind::list,      FieldKind::person};
    const std::string name = node.text("kind");
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](FieldKind kind) { return name == fieldKindName(kind); });
    if (found == kKinds.end()) {
        node.member("kind").refuse("must be text, multiline, richtext, date, list or person.");
    }
    return *found;
}

std::string readIdentifier(const JsonNode& node, const char* key) {
    std::string value = node.text(key);
    const bool valid = !value.empty() && value.size() <= 64 && value.find_first_not_of(kIdentifierCharacters) == std::string::npos;
    if (!valid) {
        node.member(key).refuse("must be 1 to 64 letters, digits or hyphens.");
    }
    return value;
}

std::vector<FieldOption> readOptions(const JsonNode& node) {
    std::vector<FieldOption> options;
    for (const JsonNode& element : node.elements()) {
        element.allowOnly({"value", "label"});
        options.push_back({element.text("value"), readLocalized(element.member("label"))});
    }
    return options;
}

FormField readField(const JsonNode& node) {
    node.allowOnly({"key", "kind", "label", "help", "required", "maxLength", "default", "options"});
    FormField field;
    field.key = readIdentifier(node, "key");
    field.kind = readKind(node);
    field.label = readLocalized(node.member("label"));
    if (node.has("help")) {
        field.help = readLocalized(node.member("help"));
    }
    field.required = node.flag("required");
    field.maxLength = static_cast<std::size_t>(node.number("maxLength", 1, static_cast<double>(kMaximumValueCharacters)));
    if (node.has("default")) {
        field.defaultJson = node.member("default").json();
    }
    if (node.has("options")) {
        field.options = readOptions(node.member("options"));
    }
    return field;
}

void readPlacements(const JsonNode& root, FormDefinition& form) {
    static constexpr std::array<std::pair<const char*, FieldAlignment>, 3> kAlignments{{
        {"left", FieldAlignment::left},
        {"centre", FieldAlignment::centre},
        {"right", FieldAlignment::right},
    }};
    const auto readIssue = [](const JsonNode& node) {
        node.allowOnly({"field", "widthMm", "align"});
        const std::string name = node.text("align");
        for (const auto& [known, alignment] : kAlignments) {
            if (name == known) {
                return IssuePlacement{readIdentifier(node, "field"), node.number("widthMm", 0, 100), alignment};
            }
        }
        node.member("align").refuse("must be left, centre or right.");
    };
    const JsonNode signature = root.member("signature");
    signature.allowOnly({"field", "widthMm", "heightMm"});
    form.signature = {readIdentifier(signature, "field"), signature.number("widthMm", 20, 80), signature.number("heightMm", 10, 40)};
    const JsonNode seal = root.member("seal");
    seal.allowOnly({"field", "diameterMm", "overlap"});
    form.seal = {readIdentifier(seal, "field"), seal.number("diameterMm", 20, 45), seal.number("overlap", 0, 1)};
    form.number = readIssue(root.member("number"));
    form.date = readIssue(root.member("date"));
}

void readFields(const JsonNode& node, FormDefinition& form) {
    for (const JsonNode& element : node.elements()) {
        FormField field = readField(element);
        if (form.field(field.key) != nullptr) {
            element.refuse("repeats the key \"" + field.key + "\".");
        }
        form.fields.push_back(std::move(field));
    }
}

}  // namespace

FormDefinition readForm(const std::filesystem::path& folder) {
    const JsonFile json(folder / "form.json");
    const JsonNode root = json.root();
    root.allowOnly({"id", "version", "name", "typeAbbreviation", "fields", "signature", "seal", "number", "date", "layout"});
    FormDefinition form;
    form.id = readIdentifier(root, "id");
    if (form.id != folder.filename().string()) {
        root.member("id").refuse("must be the name of the folder.");
    }
    form.version = root.text("version");
    form.name = readLocalized(root.member("name"));
    form.typeAbbreviation = root.text("typeAbbreviation");
    form.folder = folder;
    readFields(root.member("fields"), form);
    readPlacements(root, form);
    const std::string layoutFile = root.text("layout");
    // The layout lies in the form's own folder; a name with a slash could leave it.
    if (layoutFile.empty() || layoutFile.find('/') != std::string::npos) {
        root.member("layout").refuse("must be the name of a file in the same folder.");
    }
    form.layout = std::make_shared<const FormLayout>(readLayout(folder / layoutFile, form));
    return form;
}

}  // namespace congvu::templates
