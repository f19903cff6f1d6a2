// SPDX-License-Identifier: Apache-2.0
#include "FormReader.h"

#include "FieldLimits.h"
#include "FormLayout.h"
#include "JsonNode.h"
#include "LayoutReader.h"
#include "SharedDefinitions.h"

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
    static constexpr std::array kKinds{FieldKind::text, FieldKind::multiline, FieldKind::richText,  FieldKind::date,
                                       FieldKind::list, FieldKind::person,    FieldKind::appendices};
    const std::string name = node.text("kind");
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](FieldKind kind) { return name == fieldKindName(kind); });
    if (found == kKinds.end()) {
        node.member("kind").refuse("must be text, multiline, richtext, date, list, person or appendices.");
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

IssuePlacement readIssuePlacement(const JsonNode& node) {
    static constexpr std::array<std::pair<const char*, FieldAlignment>, 3> kAlignments{{
        {"left", FieldAlignment::left},
        {"centre", FieldAlignment::centre},
        {"right", FieldAlignment::right},
    }};
    node.allowOnly({"field", "widthMm", "align"});
    const std::string name = node.text("align");
    for (const auto& [known, alignment] : kAlignments) {
        if (name == known) {
            return IssuePlacement{readIdentifier(node, "field"), node.number("widthMm", 0, 100), alignment};
        }
    }
    node.member("align").refuse("must be left, centre or right.");
}

/// A form that says nothing of a placement has the usual one.
void readPlacements(const JsonNode& root, FormDefinition& form) {
    if (root.has("signature")) {
        const JsonNode signature = root.member("signature");
        signature.allowOnly({"field", "widthMm", "heightMm"});
        form.signature = {readIdentifier(signature, "field"), signature.number("widthMm", 20, 80), signature.number("heightMm", 10, 40)};
    }
    if (root.has("seal")) {
        const JsonNode seal = root.member("seal");
        seal.allowOnly({"field", "diameterMm", "overlap"});
        form.seal = {readIdentifier(seal, "field"), seal.number("diameterMm", 20, 45), seal.number("overlap", 0, 1)};
    }
    if (root.has("number")) {
        form.number = readIssuePlacement(root.member("number"));
    }
    if (root.has("date")) {
        form.date = readIssuePlacement(root.member("date"));
    }
}

void readFields(const JsonNode& node, SharedDefinitions& shared, FormDefinition& form) {
    std::string separator = "[";
    for (const JsonNode& element : shared.fields(node)) {
        FormField field = readField(element);
        if (form.field(field.key) != nullptr) {
            element.refuse("repeats the key \"" + field.key + "\".");
        }
        form.fields.push_back(std::move(field));
        form.fieldsJson += separator + element.json();
        separator = ",";
    }
    form.fieldsJson += form.fields.empty() ? "[]" : "]";
}

FormCategory readCategory(const JsonNode& root) {
    const std::string name = root.text("category", "document");
    if (name != "document" && name != "copy") {
        root.member("category").refuse("must be document or copy.");
    }
    return name == "copy" ? FormCategory::copy : FormCategory::document;
}

void readTexts(const JsonNode& root, FormDefinition& form) {
    if (!root.has("texts")) {
        return;
    }
    for (const auto& [name, node] : root.member("texts").members()) {
        form.texts[name] = node.text();
    }
}

/// A file of the form's own folder ("layout.json"), or the name of a layout in the folder `common`. A name with a
/// slash could leave both.
std::filesystem::path layoutFile(const JsonNode& root, const std::filesystem::path& folder, const SharedDefinitions& shared) {
    const std::string name = root.text("layout");
    if (name.empty() || name.find('/') != std::string::npos) {
        root.member("layout").refuse("must be the name of a file in the same folder or of a shared layout.");
    }
    return name.find('.') == std::string::npos ? shared.layoutFile(name) : folder / name;
}

}  // namespace

FormDefinition readForm(const std::filesystem::path& folder) {
    const JsonFile json(folder / "form.json");
    const JsonNode root = json.root();
    root.allowOnly({"id", "version", "name", "typeAbbreviation", "source", "category", "texts", "fields", "signature", "seal", "number",
                    "date", "layout"});
    SharedDefinitions shared(folder.parent_path());
    FormDefinition form;
    form.id = readIdentifier(root, "id");
    if (form.id != folder.filename().string()) {
        root.member("id").refuse("must be the name of the folder.");
    }
    form.version = root.text("version");
    form.name = readLocalized(root.member("name"));
    form.typeAbbreviation = root.text("typeAbbreviation");
    form.source = root.text("source");
    form.category = readCategory(root);
    form.folder = folder;
    readTexts(root, form);
    readFields(root.member("fields"), shared, form);
    readPlacements(root, form);
    form.layout = std::make_shared<const FormLayout>(readLayout(layoutFile(root, folder, shared), form, shared));
    return form;
}

}  // namespace congvu::templates
