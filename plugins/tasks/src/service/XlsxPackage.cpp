// SPDX-License-Identifier: Apache-2.0
#include "service/XlsxPackage.h"

#include "congvu/error/AppError.h"
#include "service/TableFile.h"
#include "service/XmlStream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace congvu::tasks {

namespace {

constexpr std::size_t kMostParts = 500;
constexpr std::size_t kMostSharedStrings = 200'000;

[[noreturn]] void refuse(const std::string& code) {
    throw AppError::invalidField("/file", code);
}

bool isWanted(std::string_view name) {
    return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" || name == "xl/sharedStrings.xml" ||
           (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

/// One part, never more than `left` bytes of it: what a zip bomb says of its size is not believed.
std::string unpack(archive* zip, std::size_t left) {
    std::string text;
    std::array<char, 64 * 1024> buffer{};
    while (true) {
        const auto read = archive_read_data(zip, buffer.data(), buffer.size());
        if (read == 0) {
            return text;
        }
        if (read < 0) {
            refuse("tasks.import-damaged");
        }
        if (text.size() + static_cast<std::size_t>(read) > left) {
            refuse("tasks.import-too-large");
        }
        text.append(buffer.data(), static_cast<std::size_t>(read));
    }
}

/// "BC12" → 54: columns count in letters, base 26.
std::size_t columnOf(std::string_view reference) {
    std::size_t column = 0;
    for (const char letter : reference) {
        if (letter < 'A' || letter > 'Z') {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
        if (column > kMostTableColumns) {
            break;
        }
    }
    return column;
}

/// Reads the rows of a worksheet part.
class SheetReader {
public:
    SheetReader(const std::string& xml, const std::vector<std::string>& strings) : xml_(xml), strings_(strings) {}

    std::vector<TableLine> run() {
        while (xml_.next()) {
            if (xml_.starts("row")) {
                beginRow();
            } else if (xml_.starts("c") && !lines_.empty()) {
                readCell();
            }
        }
        return std::move(lines_);
    }

private:
    void beginRow() {
        if (lines_.size() == kMostTableLines) {
            refuse("tasks.import-too-large");
        }
        std::int64_t number = lines_.empty() ? 1 : lines_.back().line + 1;
        const auto named = xml_.attribute("r");
        std::from_chars(named.data(), named.data() + named.size(), number);
        lines_.push_back({number, {}, {}});
    }
    void readCell() {
        auto& line = lines_.back();
        const auto reference = xml_.attribute("r");
        const auto column = reference.empty() ? line.cells.size() : columnOf(reference) - 1;
        if (column >= kMostTableColumns) {
            refuse("tasks.import-too-large");
        }
        line.cells.resize(std::max(line.cells.size(), column + 1));
        const auto type = xml_.attribute("t");
        std::string value;
        bool isFormula = false;
        xml_.within([&] {
            isFormula = isFormula || xml_.starts("f");
            if (xml_.starts("v") || xml_.starts("t")) {
                value += xml_.textWithin();
            }
        });
        if (isFormula) {
            line.formulas.push_back(column);
            return;
        }
        line.cells[column] = type == "s" ? shared(value) : value;
    }
    const std::string& shared(const std::string& index) const {
        std::size_t at = 0;
        const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
        if (error != std::errc{} || end != index.data() + index.size() || at >= strings_.size()) {
            refuse("tasks.import-damaged");
        }
        return strings_[at];
    }

    XmlStream xml_;
    const std::vector<std::string>& strings_;
    std::vector<TableLine> lines_;
};

}  // namespace

XlsxPackage::XlsxPackage(std::string_view bytes) {
    const std::unique_ptr<archive, int (*)(archive*)> zip{archive_read_new(), archive_read_free};
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        refuse("tasks.import-damaged");
    }
    archive_entry* entry = nullptr;
    std::size_t unpacked = 0;
    for (std::size_t count = 0; archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK; ++count) {
        if (count == kMostParts) {
            refuse("tasks.import-too-large");
        }
        const char* name = archive_entry_pathname(entry);
        if (name != nullptr && isWanted(name)) {
            auto text = unpack(zip.get(), kMostUnpackedBytes - unpacked);
            unpacked += text.size();
            parts_[name] = std::move(text);
        }
    }
}

std::vector<TableLine> XlsxPackage::firstSheet() const {
    const auto strings = sharedStrings();
    return SheetReader{part(nameOfFirstSheet()), strings}.run();
}

const std::string& XlsxPackage::part(const std::string& name) const {
    const auto found = parts_.find(name);
    if (found == parts_.end()) {
        refuse("tasks.import-damaged");
    }
    return found->second;
}

std::string XlsxPackage::nameOfFirstSheet() const {
    std::string id;
    XmlStream workbook{part("xl/workbook.xml")};
    while (id.empty() && workbook.next()) {
        if (workbook.starts("sheet")) {
            id = workbook.attribute("r:id");
        }
    }
    XmlStream relations{part("xl/_rels/workbook.xml.rels")};
    while (relations.next()) {
        if (relations.starts("Relationship") && relations.attribute("Id") == id) {
            const auto target = relations.attribute("Target");
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
    }
    refuse("tasks.import-damaged");
}

std::vector<std::string> XlsxPackage::sharedStrings() const {
    std::vector<std::string> strings;
    const auto found = parts_.find("xl/sharedStrings.xml");
    if (found == parts_.end()) {
        return strings;
    }
    XmlStream xml{found->second};
    while (xml.next()) {
        if (!xml.starts("si")) {
            continue;
        }
        if (strings.size() == kMostSharedStrings) {
            refuse("tasks.import-too-large");
        }
        std::string text;
        xml.within([&] {
            if (xml.starts("t")) {
                text += xml.textWithin();
            }
        });
        strings.push_back(std::move(text));
    }
    return strings;
}

}  // namespace congvu::tasks
