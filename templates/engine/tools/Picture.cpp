// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/DemoPictures.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

struct Arguments {
    std::string kind;
    std::string name;
    std::filesystem::path output;
};

void draw(const Arguments& arguments) {
    using namespace congvu::templates;
    const std::string png = arguments.kind == "seal" ? demoSealPng(arguments.name) : demoSignaturePng(arguments.name);
    std::ofstream file(arguments.output, std::ios::binary);
    file.write(png.data(), static_cast<std::streamsize>(png.size()));
    if (!file.flush()) {
        throw std::runtime_error(arguments.output.string() + ": cannot be written.");
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Draws a specimen of a handwritten signature or of an agency's seal for demonstrations."};
    Arguments arguments;
    app.add_option("kind", arguments.kind, "signature or seal")->required()->check(CLI::IsMember({"signature", "seal"}));
    app.add_option("name", arguments.name, "name of the person or of the agency")->required();
    app.add_option("output", arguments.output, "PNG file to write")->required();
    CLI11_PARSE(app, argc, argv);
    try {
        draw(arguments);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
