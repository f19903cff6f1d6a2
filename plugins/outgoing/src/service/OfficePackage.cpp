// SPDX-License-Identifier: Apache-2.0
#include "service/OfficePackage.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

namespace {

constexpr std::size_t kMostEntries = 5'000;
constexpr std::size_t kLargestManifest = 1U << 20U;
constexpr std::size_t kBlockBytes = 64U << 10U;
constexpr std::string_view kOdtType = "application/vnd.oasis.opendocument.text";
/// What libmagic says of ZIP packages, whether it knows what is in them or not.
constexpr std::array<std::string_view, 5> kPackageTypes{"application/vnd.openxmlformats", "application/vnd.oasis", "application/zip",
                                                        "application/x-zip", "application/octet-stream"};

[[noreturn]] void refuseOffice(const std::string& code, const files::UploadedFile& upload) {
    throw AppError::invalidField("/file", code, {{"name", upload.name}, {"type", upload.mediaType}});
}

std::optional<OfficeFormat> formatByName(const std::string& name) {
    const auto dot = name.rfind('.');
    std::string ending = dot == std::string::npos ? std::string{} : name.substr(dot + 1);
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return json::enumFrom<OfficeFormat>(ending);
}

/// The parts that tell what a package is.
struct PackageParts {
    bool hasWordDocument = false;
    bool hasOdfContent = false;
    bool isEncrypted = false;
    bool isWhole = true;
    std::string odfType;
};

/// One small part; empty when it is larger than a manifest may be.
std::string smallPart(archive* package) {
    std::string text;
    std::array<char, 16U << 10U> buffer{};
    while (text.size() <= kLargestManifest) {
        const auto count = archive_read_data(package, buffer.data(), buffer.size());
        if (count <= 0) {
            return count == 0 ? text : std::string{};
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return {};
}

void takePart(archive* package, std::string_view name, PackageParts& parts) {
    if (name == "word/document.xml") {
        parts.hasWordDocument = true;
    } else if (name == "content.xml") {
        parts.hasOdfContent = true;
    } else if (name == "mimetype") {
        parts.odfType = smallPart(package);
    } else if (name == "encrypted-package" || name == "EncryptedPackage") {
        parts.isEncrypted = true;  // ODF 1.3 with one encrypted part; OOXML in a package of its own
    } else if (name == "META-INF/manifest.xml") {
        // ODF 1.2, part 3, 4.8: an entry that is encrypted says so in the manifest.
        parts.isEncrypted = parts.isEncrypted || smallPart(package).find("encryption-data") != std::string::npos;
    }
}

PackageParts partsOf(const files::UploadedFile& upload) {
    PackageParts parts;
    const std::unique_ptr<archive, int (*)(archive*)> package{archive_read_new(), archive_read_free};
    archive_read_support_format_zip(package.get());
    if (archive_read_open_filename(package.get(), upload.path.c_str(), kBlockBytes) != ARCHIVE_OK) {
        parts.isWhole = false;
        return parts;
    }
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    std::size_t count = 0;
    while (count < kMostEntries && (status = archive_read_next_header(package.get(), &entry)) == ARCHIVE_OK) {
        const char* name = archive_entry_pathname(entry);
        takePart(package.get(), name == nullptr ? "" : name, parts);
        parts.isEncrypted = parts.isEncrypted || archive_entry_is_encrypted(entry) != 0;
        ++count;
    }
    parts.isWhole = status == ARCHIVE_EOF && count > 0;
    return parts;
}

}  // namespace

OfficeFormat officeFormatOf(const files::UploadedFile& upload) {
    const auto format = formatByName(upload.name);
    if (!format) {
        refuseOffice("outgoing.own-file-kind", upload);
    }
    if (upload.mediaType == "application/encrypted") {
        refuseOffice("outgoing.own-file-encrypted", upload);  // OOXML with a password is no ZIP any more
    }
    const bool isPackage = std::ranges::any_of(kPackageTypes, [&](std::string_view type) { return upload.mediaType.starts_with(type); });
    if (!isPackage) {
        refuseOffice("outgoing.own-file-other-type", upload);
    }
    const auto parts = partsOf(upload);
    if (parts.isEncrypted) {
        refuseOffice("outgoing.own-file-encrypted", upload);
    }
    if (!parts.isWhole) {
        refuseOffice("outgoing.own-file-damaged", upload);
    }
    const bool isDocx = parts.hasWordDocument && parts.odfType.empty();
    const bool isOdt = parts.hasOdfContent && parts.odfType.starts_with(kOdtType);
    if (*format == OfficeFormat::docx ? !isDocx : !isOdt) {
        refuseOffice("outgoing.own-file-other-type", upload);
    }
    return *format;
}

}  // namespace congvu::outgoing
