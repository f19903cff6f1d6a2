// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentOwners.h"
#include "service/DossierWork.h"

#include <string_view>
#include <vector>

namespace congvu::records {

struct ClosingCheck {
    std::vector<Gap> gaps;
    std::int64_t documents = 0;
    std::int64_t pages = 0;
};

/// Ends and reopens a dossier (kết thúc hồ sơ; Decree 30/2020, Art. 29): the check names what is missing, the deadline of the hand-over
/// follows from the day the work ended.
class Closing {
public:
    Closing(const Services& services, const DossierWork& work, const DocumentOwners& owners)
        : services_(services), work_(work), owners_(owners) {}

    [[nodiscard]] ClosingCheck check(const http::Caller& caller, std::string_view id) const;
    /// AppError conflict "records.gaps" while something is missing, unless the caller closes despite that and says why.
    void close(const http::Caller& caller, std::string_view id, const ClosingInput& input) const;
    /// Only while the dossier was not handed over.
    void reopen(const http::Caller& caller, std::string_view id, std::string_view reason) const;

private:
    struct Checked {
        ClosingCheck result;
        std::vector<Item> refreshed;  ///< as the owners of the documents describe them now
    };
    Checked checkNow(db::Reader& reader, const http::Caller& caller, std::string_view id) const;

    const Services& services_;
    const DossierWork& work_;
    const DocumentOwners& owners_;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::ClosingCheck> {
    static auto fields() {
        using Check = congvu::records::ClosingCheck;
        return std::tuple{field("gaps", &Check::gaps), field("documents", &Check::documents), field("pages", &Check::pages)};
    }
};
