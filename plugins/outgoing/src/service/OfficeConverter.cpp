// SPDX-License-Identifier: Apache-2.0
#include "service/OfficeConverter.h"

#include "congvu/json/Encode.h"
#include "congvu/process/LimitedProcess.h"
#include "congvu/text/Text.h"

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace congvu::outgoing {

namespace {

constexpr std::array<const char*, 2> kOfficePrograms{"/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"};
constexpr std::uintmax_t kLargestPdf = std::uintmax_t{50} << 20U;
constexpr std::uintmax_t kLargestText = std::uintmax_t{2} << 20U;
constexpr std::size_t kMostTextBytes = 400'000;
/// LibreOffice maps far more memory than it uses.
constexpr process::ProcessLimits kOfficeLimits{.cpuTime = std::chrono::seconds{120},
                                               .wallTime = std::chrono::seconds{180},
                                               .addressSpace = std::size_t{4} << 30U,
                                               .writtenFile = std::size_t{256} << 20U,
                                               .output = std::size_t{1} << 20U};

/// No macro of any kind (MacroSecurityLevel 3 is "very high"), no pictures or sections from elsewhere, nothing updated on loading (Writer
/// counts: 0 is "never"), no fields of a form, no first-start wizard.
constexpr const char* kOfficeSettings = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Chart" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="CreateBackup" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)xml";

/// Interactive parts of the draft would be fields that anybody can fill; the reserved fields come later.
constexpr const char* kToPdf = R"(pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}})";
constexpr const char* kToText = "txt:Text (encoded):UTF8";

/// A folder that is gone afterwards.
class ConversionFolder {
public:
    explicit ConversionFolder(std::filesystem::path path) : path_(std::move(path)) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_ / "profile" / "user");
        std::filesystem::create_directories(path_ / "out");
        std::filesystem::create_directories(path_ / "tmp");
    }
    ConversionFolder(const ConversionFolder&) = delete;
    ConversionFolder& operator=(const ConversionFolder&) = delete;
    ~ConversionFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path at(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// The whole of a file that is no larger than that; empty otherwise.
std::string readUpTo(const std::filesystem::path& file, std::uintmax_t most) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed || size > most) {
        return {};
    }
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// "file:///var/lib/…": the data folder's own name may hold blanks.
std::string fileAddress(const std::filesystem::path& path) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string address = "file://";
    for (const char letter : path.string()) {
        const auto byte = static_cast<unsigned char>(letter);
        if (kPlain.find(letter) != std::string_view::npos) {
            address += letter;
        } else {
            address += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
        }
    }
    return address;
}

process::ProcessResult runOffice(const ConversionFolder& folder, const std::filesystem::path& source, OfficeFormat format,
                                 const std::string& target) {
    // The filter is named, so that no other one is tried on what only looks like a text document.
    const std::string filter = format == OfficeFormat::docx ? "MS Word 2007 XML" : "writer8";
    const std::vector<std::string> arguments{OfficeConverter::program().string(),
                                             "-env:UserInstallation=" + fileAddress(folder.at("profile")),
                                             "--headless",
                                             "--norestore",
                                             "--nolockcheck",
                                             "--nodefault",
                                             "--nologo",
                                             "--infilter=" + filter,
                                             "--convert-to",
                                             target,
                                             "--outdir",
                                             folder.at("out").string(),
                                             source.string()};
    const process::ProcessSurroundings surroundings{
        {"LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=" + folder.at("tmp").string(), "TMPDIR=" + folder.at("tmp").string(),
         "SAL_USE_VCLPLUGIN=svp", "SAL_DISABLE_OPENCL=1"},
        process::Network::none};
    return process::runLimited(arguments, kOfficeLimits, surroundings);
}

/// Paragraphs as they can be compared: NFC, no marks of the byte order, no control characters.
std::string cleanText(std::string text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) {
        text.erase(0, kByteOrderMark.size());
    }
    std::erase_if(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t'; });
    if (text.size() > kMostTextBytes) {
        text.resize(text.rfind('\n', kMostTextBytes) == std::string::npos ? 0 : text.rfind('\n', kMostTextBytes));
    }
    return text::isClean(text) ? text::normalize(text) : std::string{};
}

}  // namespace

std::filesystem::path OfficeConverter::program() {
    for (const char* candidate : kOfficePrograms) {
        std::error_code missing;
        if (std::filesystem::exists(candidate, missing)) {
            return candidate;
        }
    }
    return {};
}

OfficeConverter::Converted OfficeConverter::convert(const std::filesystem::path& source, OfficeFormat format) const {
    if (program().empty()) {
        return {"no-office", {}, {}};
    }
    const ConversionFolder folder{std::filesystem::absolute(folder_)};
    const auto draft = folder.at("draft." + std::string{json::nameOf(format)});
    std::filesystem::copy_file(source, draft);
    std::ofstream{folder.at("profile/user/registrymodifications.xcu")} << kOfficeSettings;
    const auto made = runOffice(folder, draft, format, kToPdf);
    if (made.end == process::ProcessEnd::notStarted) {
        return {"no-office", {}, {}};
    }
    if (made.end == process::ProcessEnd::hitLimit) {
        return {"too-heavy", {}, {}};
    }
    // LibreOffice ends with 0 also when it could not load the file.
    Converted converted{{}, readUpTo(folder.at("out/draft.pdf"), kLargestPdf), {}};
    if (converted.pdf.empty()) {
        std::error_code missing;
        converted.problem = std::filesystem::exists(folder.at("out/draft.pdf"), missing) ? "too-heavy" : "damaged";
        return converted;
    }
    if (runOffice(folder, draft, format, kToText).end == process::ProcessEnd::exited) {
        converted.text = cleanText(readUpTo(folder.at("out/draft.txt"), kLargestText));
    }
    return converted;
}

}  // namespace congvu::outgoing
