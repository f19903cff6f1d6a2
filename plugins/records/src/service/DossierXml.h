// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/DocumentRecords.h"
#include "domain/Dossier.h"

#include <string>
#include <vector>

namespace congvu::records {

/// A file of a document as the package holds it.
struct PackagedFile {
    std::string path;  ///< in the package
    std::string mediaType;
    std::string sha256;
    std::int64_t sizeBytes = 0;
    bool isMain = false;
};

struct PackagedDocument {
    ports::DocumentRecord record;
    std::string note;  ///< of the dossier: goes before the document's own description
    std::vector<PackagedFile> files;
};

/// The dossier as XML (docs/dossier-package.xsd): the fields of Decree 30/2020, App. VI, part II, by their English names, in its order and
/// with its lengths; documents in the order of time. A value that does not fit its field stands in full in a Deviation.
std::string dossierXml(const Dossier& dossier, const std::string& organId, const std::vector<PackagedDocument>& documents);

}  // namespace congvu::records
