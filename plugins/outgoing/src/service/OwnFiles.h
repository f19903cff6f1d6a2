// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/UploadedFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/OwnFile.h"
#include "service/ConvertOwnFiles.h"
#include "service/DocumentWork.h"
#include "service/Services.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// What the pages show of a drafter's own file.
struct OwnFileView {
    std::string id;
    OwnFileState state = OwnFileState::waiting;
    std::int64_t ahead = 0;  ///< files that are converted before it
    std::string problem;     ///< "no-office", "too-heavy", "damaged", "failed"; empty unless it failed
    std::optional<files::StoredFile> source;
    std::optional<files::StoredFile> pdf;
    std::int64_t pages = 0;
    std::vector<OwnFileFinding> findings;
    std::vector<FieldPlace> places;
    std::int64_t printedYear = 0;
    std::string lacking;  ///< message id of the place that is missing, empty when it can be sent on its way
};

/// Where the drafter wants number, date and signature.
struct PlacesInput {
    std::vector<FieldPlace> places;
};

/// A drafter's own file in the place of the form: put in, taken out, its places chosen. Every change of the body is a kept version. Only
/// while the draft is with its drafter or a reviewer; what a signer has on his desk is changed by giving it back.
class OwnFiles {
public:
    OwnFiles(const Services& services, DocumentWork& work, ConvertOwnFiles& conversion)
        : services_(services), work_(work), conversion_(conversion) {}

    /// AppError invalid "/file" as officeFormatOf says. The conversion follows in the background.
    void put(const http::Caller& caller, std::string_view id, const files::UploadedFile& upload);
    /// Back to the form.
    void remove(const http::Caller& caller, std::string_view id);
    /// AppError invalid "/places/…".
    void place(const http::Caller& caller, std::string_view id, const PlacesInput& input);
    /// Tries a conversion that failed once more.
    void again(const http::Caller& caller, std::string_view id);

private:
    /// The document while its body may be changed.
    [[nodiscard]] OutgoingDocument requireBody(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] OwnFile requireOwn(db::Reader& reader, const OutgoingDocument& document) const;
    void keepVersion(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, std::string_view note) const;

    Services services_;
    DocumentWork& work_;
    ConvertOwnFiles& conversion_;
};

/// The view of a document's own file; nothing when its body is the form's.
std::optional<OwnFileView> ownFileView(db::Reader& reader, files::FileStore& files, const OwnFileRepository& ownFiles,
                                       const OutgoingDocument& document);

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::OwnFileView> {
    static auto fields() {
        using View = congvu::outgoing::OwnFileView;
        return std::tuple{field("id", &View::id),          field("state", &View::state),
                          field("ahead", &View::ahead),    field("problem", &View::problem),
                          field("source", &View::source),  field("pdf", &View::pdf),
                          field("pages", &View::pages),    field("findings", &View::findings),
                          field("places", &View::places),  field("printedYear", &View::printedYear),
                          field("lacking", &View::lacking)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::PlacesInput> {
    static auto fields() { return std::tuple{field("places", &congvu::outgoing::PlacesInput::places).required().maxLength(10)}; }
};
