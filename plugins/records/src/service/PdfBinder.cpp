// SPDX-License-Identifier: Apache-2.0
#include "service/PdfBinder.h"

#include "congvu/json/Value.h"
#include "congvu/json/Writer.h"
#include "congvu/process/LimitedProcess.h"

#include <charconv>
#include <fstream>

namespace congvu::records {

namespace {

constexpr const char* kQpdf = "/usr/bin/qpdf";
constexpr int kWithWarnings = 3;  ///< qpdf wrote the file all the same
constexpr process::ProcessLimits kQpdfLimits{.cpuTime = std::chrono::seconds{60},
                                             .wallTime = std::chrono::seconds{90},
                                             .addressSpace = std::size_t{2} << 30U,
                                             .writtenFile = std::size_t{1} << 30U,
                                             .output = std::size_t{64} << 20U};

/// Runs qpdf; its output, or CannotBind with the name of the part.
std::string runQpdf(std::vector<std::string> arguments, const std::string& part) {
    arguments.insert(arguments.begin(), kQpdf);
    auto result = process::runLimited(arguments, kQpdfLimits);
    if (result.end == process::ProcessEnd::notStarted) {
        throw CannotBind("records.export-no-qpdf", "");
    }
    if (result.end == process::ProcessEnd::hitLimit || (result.exitCode != 0 && result.exitCode != kWithWarnings)) {
        throw CannotBind("records.export-bad-pdf", part);
    }
    return std::move(result.output);
}

std::string reference(std::int64_t object) {
    return std::to_string(object) + " 0 R";
}

/// The member of a JSON tree by its names, or CannotBind: qpdf has said something else than it should.
json::Value memberOf(json::Value value, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto next = value.kind() == json::Kind::object ? value.member(name) : std::nullopt;
        if (!next) {
            throw CannotBind("records.export-bad-pdf", "");
        }
        value = *next;
    }
    return value;
}

/// What qpdf says of the merged file: the objects of its pages, its catalog, the number of its last object.
struct MergedFile {
    std::vector<std::string> pages;
    std::string catalog;
    std::string pageTree;
    std::int64_t lastObject = 0;
    std::string pdfVersion;
};

MergedFile describe(const std::filesystem::path& file) {
    MergedFile merged;
    const auto pages = json::Document::parse(runQpdf({"--json=2", "--json-key=pages", file}, ""));
    const auto list = memberOf(pages.root(), {"pages"});
    for (std::size_t index = 0; index < list.size(); ++index) {
        merged.pages.emplace_back(memberOf(list.element(index), {"object"}).string());
    }
    const auto trailer = json::Document::parse(runQpdf({"--json=2", "--json-key=qpdf", "--json-object=trailer", file}, ""));
    const auto parts = memberOf(trailer.root(), {"qpdf"});
    merged.lastObject = memberOf(parts.element(0), {"maxobjectid"}).integer();
    merged.pdfVersion = memberOf(parts.element(0), {"pdfversion"}).string();
    merged.catalog = memberOf(parts.element(1), {"trailer", "value", "/Root"}).string();
    const auto number = merged.catalog.substr(0, merged.catalog.find(' '));
    const auto catalog = json::Document::parse(runQpdf({"--json=2", "--json-key=qpdf", "--json-object=" + number, file}, ""));
    const auto object = memberOf(catalog.root(), {"qpdf"}).element(1);
    merged.pageTree = memberOf(object, {"obj:" + merged.catalog, "value", "/Pages"}).string();
    return merged;
}

/// The change that gives the file bookmarks: a new catalog and one outline item for each part. What else a catalog of a part may have
/// held (scripts, actions) is left out.
std::string outlineUpdate(const MergedFile& merged, const std::vector<BoundPart>& parts, const std::vector<std::int64_t>& firstPages) {
    const auto outlines = merged.lastObject + 1;
    const auto itemAt = [&](std::size_t index) { return reference(outlines + 1 + static_cast<std::int64_t>(index)); };
    json::Writer out;
    out.beginObject().key("version").integer(2).key("parameters").beginObject().key("decodelevel").string("generalized").endObject();
    out.key("qpdf").beginArray();
    out.beginObject().key("jsonversion").integer(2).key("pdfversion").string(merged.pdfVersion);
    out.key("pushedinheritedpageresources").boolean(false).key("calledgetallpages").boolean(false);
    out.key("maxobjectid").integer(outlines + static_cast<std::int64_t>(parts.size())).endObject();
    out.beginObject();
    out.key("obj:" + merged.catalog).beginObject().key("value").beginObject();
    out.key("/Type").string("/Catalog").key("/Pages").string(merged.pageTree).key("/Outlines").string(reference(outlines));
    out.key("/PageMode").string("/UseOutlines").key("/Lang").string("u:vi-VN").endObject().endObject();
    out.key("obj:" + reference(outlines)).beginObject().key("value").beginObject().key("/Type").string("/Outlines");
    out.key("/First").string(itemAt(0)).key("/Last").string(itemAt(parts.size() - 1));
    out.key("/Count").integer(static_cast<std::int64_t>(parts.size())).endObject().endObject();
    for (std::size_t index = 0; index < parts.size(); ++index) {
        out.key("obj:" + itemAt(index)).beginObject().key("value").beginObject();
        out.key("/Title").string("u:" + parts[index].bookmark).key("/Parent").string(reference(outlines));
        out.key("/Dest").beginArray().string(merged.pages.at(static_cast<std::size_t>(firstPages[index]))).string("/Fit").endArray();
        if (index > 0) {
            out.key("/Prev").string(itemAt(index - 1));
        }
        if (index + 1 < parts.size()) {
            out.key("/Next").string(itemAt(index + 1));
        }
        out.endObject().endObject();
    }
    out.endObject().endArray().endObject();
    return out.take();
}

}  // namespace

std::filesystem::path PdfBinder::bind(const std::vector<BoundPart>& parts, const std::function<void()>& onPart) {
    std::vector<std::filesystem::path> flat;
    std::vector<std::int64_t> firstPages;
    std::int64_t pages = 0;
    for (const auto& part : parts) {
        flat.push_back(flatten(part, flat.size()));
        firstPages.push_back(pages);
        pages += pagesOf(flat.back(), part.bookmark);
        onPart();
    }
    return addBookmarks(merge(flat), parts, firstPages);
}

std::filesystem::path PdfBinder::flatten(const BoundPart& part, std::size_t number) {
    auto out = folder_ / ("part-" + std::to_string(number) + ".pdf");
    runQpdf({"--flatten-annotations=all", "--object-streams=generate", part.file, out}, part.bookmark);
    return out;
}

std::int64_t PdfBinder::pagesOf(const std::filesystem::path& file, const std::string& name) {
    const auto text = runQpdf({"--show-npages", file}, name);
    std::int64_t pages = 0;
    std::from_chars(text.data(), text.data() + text.size(), pages);
    if (pages < 1) {
        throw CannotBind("records.export-bad-pdf", name);
    }
    return pages;
}

std::filesystem::path PdfBinder::merge(const std::vector<std::filesystem::path>& files) {
    auto out = folder_ / "merged.pdf";
    std::vector<std::string> arguments{"--empty", "--pages"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    arguments.insert(arguments.end(), {"--", out});
    runQpdf(arguments, "");
    return out;
}

std::filesystem::path PdfBinder::addBookmarks(const std::filesystem::path& merged, const std::vector<BoundPart>& parts,
                                              const std::vector<std::int64_t>& firstPages) {
    const auto update = folder_ / "bookmarks.json";
    std::ofstream{update, std::ios::binary} << outlineUpdate(describe(merged), parts, firstPages);
    auto out = folder_ / "bound.pdf";
    runQpdf({merged, "--update-from-json=" + update.string(), out}, "");
    return out;
}

}  // namespace congvu::records
