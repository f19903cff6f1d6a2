// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/FileStore.h"
#include "domain/Sheets.h"
#include "service/DossierXml.h"
#include "service/PdfBinder.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace congvu::records {

/// Everything an export needs, read beforehand under the rights of whoever asked.
struct BundleSource {
    Dossier dossier;
    std::string organId;
    Letterhead head;
    std::vector<ItemView> items;                 ///< in the order of time
    std::vector<ports::DocumentRecord> records;  ///< of the items, in the same order
};

/// Says how far it is: steps done of all.
using Progress = std::function<void(std::int64_t, std::int64_t)>;

/// A name for a file in a package: no accents, letters, digits and hyphens, at most 50 characters with its ending.
std::string packageFileName(std::size_t document, std::size_t file, std::string_view name);

/// Makes the two exports of a dossier (Decree 30/2020, App. VI, part I, III.4.g) in a folder of their own. Throws CannotBind with the name
/// of the document that stands in the way, std::exception when the disk refuses.
class DossierBundle {
public:
    DossierBundle(files::FileStore& files, std::filesystem::path folder, Progress progress)
        : files_(files), folder_(std::move(folder)), progress_(std::move(progress)) {}

    /// One PDF: the list of documents, then every PDF in the order of time with a bookmark each.
    std::filesystem::path pdf(const BundleSource& source);
    /// ZIP: ho-so.xml, muc-luc.pdf, tep/… and checksums.sha256 (as sha256sum reads it). Signed originals go in byte by byte; a file whose
    /// content is not what its row says is refused.
    std::filesystem::path package(const BundleSource& source);

private:
    files::FileStore& files_;
    std::filesystem::path folder_;
    Progress progress_;
};

}  // namespace congvu::records
