// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/FormCatalog.h"
#include "congvu/templates/FormRenderer.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace congvu::templates;

struct Arguments {
    std::filesystem::path form;
    std::filesystem::path sample;
    std::filesystem::path output;
    RenderPurpose purpose = RenderPurpose::original;
    int repetitions = 1;
};

std::string readAll(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw std::runtime_error(file.string() + ": cannot be read.");
    }
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::shared_ptr<const FormDefinition> findForm(const std::filesystem::path& given) {
    const auto folder = std::filesystem::canonical(given);
    const FormCatalog catalog(folder.parent_path());
    if (auto form = catalog.find(folder.filename().string())) {
        return form;
    }
    for (const RefusedForm& refused : catalog.refused()) {
        if (refused.file.parent_path() == folder) {
            throw std::runtime_error(refused.sentence);
        }
    }
    throw std::runtime_error(folder.string() + ": is not the folder of a form.");
}

int render(const Arguments& arguments) {
    const auto form = findForm(arguments.form);
    const std::string fields = readAll(arguments.sample);
    const FormRenderer renderer;
    RenderOutcome outcome = renderer.render(*form, fields, {arguments.purpose});
    if (!outcome.form) {
        for (const FieldError& error : outcome.errors) {
            std::cerr << (error.pointer.empty() ? "/" : error.pointer) << ": " << error.code << '\n';
        }
        return 1;
    }
    if (arguments.repetitions > 1) {
        const auto begin = std::chrono::steady_clock::now();
        for (int count = 0; count < arguments.repetitions; ++count) {
            outcome = renderer.render(*form, fields, {arguments.purpose});
        }
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
        std::cout << spent.count() / arguments.repetitions << " ms a document\n";
    }
    std::ofstream(arguments.output, std::ios::binary) << outcome.form->pdf;
    std::cout << outcome.form->pages << " page(s), " << outcome.form->pdf.size() << " bytes\n";
    for (const Anchor& anchor : outcome.form->anchors) {
        std::cout << anchor.name << ": page " << anchor.page << ", " << anchor.x << ' ' << anchor.y << ' ' << anchor.width << " × "
                  << anchor.height << " pt\n";
    }
    return 0;
}

}  // namespace

int main(int argumentCount, char** argumentValues) {
    CLI::App app("Renders a form with the values of a JSON file, for people who edit forms.");
    Arguments arguments;
    bool preview = false;
    app.add_option("FORM", arguments.form, "folder of the form")->required();
    app.add_option("SAMPLE", arguments.sample, "JSON file with the field values")->required();
    app.add_option("OUT", arguments.output, "PDF file to write")->required();
    app.add_flag("--preview", preview, "draw the preview: DỰ THẢO, no form fields");
    app.add_option("--repeat", arguments.repetitions, "render that often and print the mean time")->check(CLI::Range(1, 10000));
    CLI11_PARSE(app, argumentCount, argumentValues);
    arguments.purpose = preview ? RenderPurpose::preview : RenderPurpose::original;
    try {
        return render(arguments);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
