// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FormCatalog.h"
#include "congvu/templates/FormRenderer.h"

#include <rapidjson/document.h>

#include <filesystem>
#include <memory>
#include <string>

namespace congvu::templates::testing {

/// The forms of the folder above.
const FormCatalog& catalog();
const FormRenderer& renderer();
std::shared_ptr<const FormDefinition> form(const std::string& id);

std::string readFile(const std::filesystem::path& file);
void writeFile(const std::filesystem::path& file, const std::string& content);

/// The values of a form's sample.json, to be changed by a test.
class Sample {
public:
    explicit Sample(const std::string& formId);

    Sample& set(const std::string& key, const std::string& text);
    Sample& setJson(const std::string& key, const std::string& json);
    Sample& remove(const std::string& key);
    std::string json() const;

private:
    rapidjson::Document values_;
};

/// Renders and writes the file into the build directory; fails the test when there are errors.
struct RenderedFile {
    std::filesystem::path path;
    RenderedForm form;
};
RenderedFile renderToFile(const std::string& formId, const std::string& fieldsJson, const std::string& name,
                          RenderPurpose purpose = RenderPurpose::original);
RenderedFile renderSample(const std::string& formId);

}  // namespace congvu::templates::testing
