// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"

#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <fstream>
#include <iterator>

namespace congvu::templates::testing {

const FormCatalog& catalog() {
    static const FormCatalog kCatalog(FORMS_DIRECTORY);
    return kCatalog;
}

const FormRenderer& renderer() {
    static const FormRenderer kRenderer;
    return kRenderer;
}

std::shared_ptr<const FormDefinition> form(const std::string& id) {
    auto found = catalog().find(id);
    if (!found) {
        throw std::runtime_error("no form " + id);
    }
    return found;
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void writeFile(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

Sample::Sample(const std::string& formId) {
    values_.Parse(readFile(form(formId)->folder / "sample.json").c_str());
}

Sample& Sample::set(const std::string& key, const std::string& text) {
    remove(key);
    auto& memory = values_.GetAllocator();
    values_.AddMember(rapidjson::Value(key.c_str(), memory),
                      rapidjson::Value(text.data(), static_cast<rapidjson::SizeType>(text.size()), memory), memory);
    return *this;
}

Sample& Sample::setJson(const std::string& key, const std::string& json) {
    remove(key);
    rapidjson::Document value(&values_.GetAllocator());
    value.Parse(json.c_str());
    values_.AddMember(rapidjson::Value(key.c_str(), values_.GetAllocator()), value, values_.GetAllocator());
    return *this;
}

Sample& Sample::remove(const std::string& key) {
    values_.RemoveMember(key.c_str());
    return *this;
}

std::string Sample::json() const {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    values_.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

RenderedFile renderToFile(const std::string& formId, const std::string& fieldsJson, const std::string& name, RenderPurpose purpose) {
    RenderOptions options;
    options.purpose = purpose;
    options.createdAt = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
    RenderOutcome outcome = renderer().render(*form(formId), fieldsJson, options);
    for (const FieldError& error : outcome.errors) {
        ADD_FAILURE() << formId << " " << error.pointer << ": " << error.code;
    }
    if (!outcome.form) {
        return {};
    }
    const auto path = std::filesystem::path(OUTPUT_DIRECTORY) / (name + ".pdf");
    writeFile(path, outcome.form->pdf);
    return {path, std::move(*outcome.form)};
}

RenderedFile renderSample(const std::string& formId) {
    return renderToFile(formId, Sample(formId).json(), formId);
}

}  // namespace congvu::templates::testing
