// SPDX-License-Identifier: Apache-2.0
#include "FormPaper.h"

#include "Scanner.h"

#include "congvu/json/Value.h"
#include "congvu/process/LimitedProcess.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace congvu::incoming::testing {

namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A text that stands in a reserved field of the form.
struct Filled {
    std::string text;
    forms::Anchor field;
    bool isItalic = false;
    bool isRight = false;
};

/// A page that is empty but for the filled fields.
std::string overlayOf(const std::vector<Filled>& filled, const std::filesystem::path& file) {
    constexpr double kHeight = 841.89;
    auto* surface = cairo_pdf_surface_create(file.c_str(), 595.28, kHeight);
    auto* cairo = cairo_create(surface);
    for (const auto& one : filled) {
        const auto slant = one.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL;
        cairo_select_font_face(cairo, "Liberation Serif", slant, CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(cairo, 13);
        cairo_text_extents_t size;
        cairo_text_extents(cairo, one.text.c_str(), &size);
        const double room = one.field.width - size.x_advance;
        cairo_move_to(cairo, one.field.x + (one.isRight ? room : room / 2), kHeight - one.field.y - 13 * 0.216);
        cairo_show_text(cairo, one.text.c_str());
    }
    cairo_show_page(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return file.string();
}

void run(const std::vector<std::string>& command) {
    process::ProcessLimits limits;
    limits.writtenFile = std::size_t{64} << 20U;
    const auto result = process::runLimited(command, limits);
    if (result.end != process::ProcessEnd::exited || result.exitCode != 0) {
        throw std::runtime_error(command.front() + ": " + result.errors);
    }
}

/// The form without its empty fields, which would stand below what is printed, and with the filled ones.
std::string withOverlay(const std::string& pdf, const std::vector<Filled>& filled) {
    const ScanFolder folder;
    std::ofstream{folder.file("form.pdf"), std::ios::binary} << pdf;
    run({"/usr/bin/qpdf", "--qdf", "--object-streams=disable", folder.file("form.pdf").string(), folder.file("plain.pdf").string()});
    auto plain = bytesOf(folder.file("plain.pdf"));
    for (auto at = plain.find("/Annots"); at != std::string::npos; at = plain.find("/Annots", at)) {
        plain.replace(at, 7, "/Nothin");
    }
    std::ofstream{folder.file("plain.pdf"), std::ios::binary} << plain;
    run({"/usr/bin/qpdf", folder.file("plain.pdf").string(), "--overlay", overlayOf(filled, folder.file("overlay.pdf")), "--to=1", "--",
         folder.file("out.pdf").string()});
    return bytesOf(folder.file("out.pdf"));
}

const forms::Anchor& anchor(const forms::RenderedForm& form, const std::string& name) {
    const auto found = std::find_if(form.anchors.begin(), form.anchors.end(), [&](const auto& one) { return one.name == name; });
    if (found == form.anchors.end()) {
        throw std::runtime_error("the form has no field " + name);
    }
    return *found;
}

FormPaper paperOf(forms::Forms& forms, const std::string& form, int index) {
    const auto sample = bytesOf(std::filesystem::path{CONGVU_PLUGIN_FOLDER} / "../../templates" / form / "sample.json");
    const auto values = json::Document::parse(sample);
    const auto text = [&](const char* name) { return std::string{values.root().member(name)->string()}; };
    const auto number = std::to_string(11 + index * 37);
    const auto day = std::to_string(10 + index);
    FormPaper paper;
    paper.wanted.name = form;
    paper.wanted.wantedType = form;
    paper.wanted.wantedDate = "2026-11-" + day;
    const auto symbol = text("symbol");
    paper.wanted.wantedSymbol = number + (symbol.starts_with('-') ? "" : "/") + symbol;
    paper.wanted.wantedIssuer = text("agency");
    std::replace(paper.wanted.wantedIssuer.begin(), paper.wanted.wantedIssuer.end(), '\n', ' ');
    const auto rendered = forms.render(form, sample, forms::RenderPurpose::final);
    paper.pdf =
        withOverlay(rendered.pdf, {{number, anchor(rendered, "SoKyHieu"), false, true},
                                   {text("place") + ", ngày " + day + " tháng 11 năm 2026", anchor(rendered, "NgayBanHanh"), true, false}});
    return paper;
}

}  // namespace

std::vector<FormPaper> formPapers(forms::Forms& forms) {
    static const std::array<const char*, 16> kForms{"cong-van",  "quyet-dinh",   "nghi-quyet", "chi-thi", "thong-bao", "huong-dan",
                                                    "ke-hoach",  "chuong-trinh", "phuong-an",  "bao-cao", "to-trinh",  "giay-moi",
                                                    "cong-dien", "quy-dinh",     "de-an",      "du-an"};
    std::vector<FormPaper> papers;
    papers.reserve(kForms.size());
    for (std::size_t i = 0; i < kForms.size(); ++i) {
        papers.push_back(paperOf(forms, kForms[i], static_cast<int>(i)));
    }
    return papers;
}

}  // namespace congvu::incoming::testing
