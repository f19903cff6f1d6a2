// SPDX-License-Identifier: Apache-2.0
#include "service/DossierBundle.h"

#include "congvu/sheets/SheetFiles.h"
#include "congvu/text/Text.h"
#include "service/Checksum.h"
#include "service/ZipPackage.h"

#include <algorithm>
#include <fstream>

namespace congvu::records {

namespace {

constexpr std::string_view kPdf = "application/pdf";
constexpr std::size_t kLongestBookmark = 120;
constexpr std::size_t kLongestName = 50;

std::string padded(std::size_t number, std::size_t digits) {
    auto text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// The first characters of a text, never half a one.
std::string shortened(const std::string& text, std::size_t most) {
    if (text::length(text) <= most) {
        return text;
    }
    std::string cut;
    std::size_t characters = 0;
    for (const char character : text) {
        const bool isContinuation = (static_cast<unsigned char>(character) & 0xC0U) == 0x80U;
        if (!isContinuation && ++characters == most) {
            break;
        }
        cut += character;
    }
    return cut + "…";
}

std::string plainName(std::string_view name) {
    std::string plain;
    for (const char character : text::fold(name)) {
        const bool isPlain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        if (isPlain) {
            plain += character;
        } else if (!plain.empty() && plain.back() != '-') {
            plain += '-';
        }
    }
    while (plain.ends_with('-')) {
        plain.pop_back();
    }
    return plain;
}

std::string labelOf(const ports::DocumentRecord& record, std::size_t ordinal) {
    const auto name = record.numberAndSymbol.empty() ? record.typeName : record.numberAndSymbol;
    return shortened(std::to_string(ordinal) + ". " + name + " – " + record.subject, kLongestBookmark);
}

/// The list of documents; it says which files do not stand in the one PDF.
sheets::Sheet listOf(const BundleSource& source, bool isForPdf) {
    auto items = source.items;
    for (std::size_t index = 0; isForPdf && index < items.size(); ++index) {
        const auto& files = source.records[index].files;
        const auto others = std::count_if(files.begin(), files.end(), [](const auto& file) { return file.stored.mediaType != kPdf; });
        if (others > 0) {
            items[index].note +=
                (items[index].note.empty() ? "" : "; ") + std::string{"kèm "} + std::to_string(others) + " tệp không phải PDF";
        }
    }
    return documentsSheet(source.dossier, items, source.head);
}

}  // namespace

std::string packageFileName(std::size_t document, std::size_t file, std::string_view name) {
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string{} : plainName(name.substr(dot + 1));
    const auto prefix = padded(document, 3) + '-' + padded(file, 2) + '-';
    const auto tail = ending.empty() || ending.size() > 8 ? std::string{} : '.' + ending;
    auto stem = plainName(tail.empty() ? name : name.substr(0, dot));
    stem.resize(std::min(stem.size(), kLongestName - prefix.size() - tail.size()));
    return prefix + (stem.empty() ? "tep" : stem) + tail;
}

std::filesystem::path DossierBundle::pdf(const BundleSource& source) {
    const auto cover = folder_ / "cover.pdf";
    std::ofstream{cover, std::ios::binary} << sheets::pdfOf(listOf(source, true));
    std::vector<BoundPart> parts{{cover, "Mục lục văn bản, tài liệu"}};
    for (std::size_t index = 0; index < source.records.size(); ++index) {
        const auto& record = source.records[index];
        for (const auto& file : record.files) {
            if (file.stored.mediaType == kPdf) {
                const auto label = labelOf(record, index + 1);
                parts.push_back(
                    {files_.contentPath(file.stored), file.isMain ? label : shortened(label + " – " + file.stored.name, kLongestBookmark)});
            }
        }
    }
    const auto total = static_cast<std::int64_t>(parts.size());
    std::int64_t done = 0;
    return PdfBinder{folder_}.bind(parts, [&] { progress_(++done, total); });
}

std::filesystem::path DossierBundle::package(const BundleSource& source) {
    auto path = folder_ / "package.zip";
    ZipPackage zip{path};
    std::string checksums;
    std::vector<PackagedDocument> documents;
    std::int64_t done = 0;
    std::int64_t total = 0;
    for (const auto& record : source.records) {
        total += static_cast<std::int64_t>(record.files.size());
    }
    for (std::size_t index = 0; index < source.records.size(); ++index) {
        const auto& record = source.records[index];
        PackagedDocument document{record, source.items[index].note, {}};
        for (const auto& file : record.files) {
            const auto content = files_.contentPath(file.stored);
            if (sha256OfFile(content) != file.stored.sha256) {
                throw CannotBind("records.export-damaged", labelOf(record, index + 1));
            }
            const auto name = "tep/" + packageFileName(index + 1, document.files.size() + 1, file.stored.name);
            zip.addFile(name, content);
            checksums += file.stored.sha256 + "  " + name + '\n';
            document.files.push_back({name, file.stored.mediaType, file.stored.sha256, file.stored.sizeBytes, file.isMain});
            progress_(++done, total);
        }
        documents.push_back(std::move(document));
    }
    const auto add = [&](const std::string& name, const std::string& bytes) {
        zip.add(name, bytes);
        checksums += sha256Of(bytes) + "  " + name + '\n';
    };
    add("ho-so.xml", dossierXml(source.dossier, source.organId, documents));
    add("muc-luc.pdf", sheets::pdfOf(listOf(source, false)));
    zip.add("checksums.sha256", checksums);
    zip.close();
    return path;
}

}  // namespace congvu::records
