// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::http {

/// That the caller acts for another post by a mandate (sdk/mandates). The caller's post, unit, agency are then the giver's; the person is
/// the substitute, and the post's title says both: "Phó Chủ tịch, thay mặt Chủ tịch Nguyễn Văn An".
struct Behalf {
    std::string mandateId;
    std::string ownPostId;  ///< the substitute's own post
    std::string ownTitle;   ///< "Phó Chủ tịch"
    std::string giverTitle;
    std::string giverName;
};

/// Who asks. A request acts in exactly one post. What the caller may see becomes a WHERE clause built from these fields.
struct Caller {
    std::string personId;
    std::string personName;
    std::string postId;
    std::string postTitle;
    std::string unitId;  ///< the unit the post belongs to (a division or the agency itself)
    std::string unitName;
    std::string agencyId;  ///< the agency that unit belongs to
    std::string agencyName;
    std::string sessionId;
    std::string requestId;
    std::string address;                   ///< of the client, for the audit
    std::string locale = "vi";             ///< "vi" or "en"
    std::vector<std::string> permissions;  ///< sorted
    std::optional<Behalf> behalf{};        ///< set when acting for another post

    /// True when the acting post has the permission, for example "incoming.register".
    [[nodiscard]] bool may(std::string_view permission) const {
        return std::binary_search(permissions.begin(), permissions.end(), permission);
    }
    /// Tokens that an access table or the search index may hold for this caller: "post:…", "unit:…", "agency:…", "person:…".
    [[nodiscard]] std::vector<std::string> accessTokens() const {
        return {"post:" + postId, "unit:" + unitId, "agency:" + agencyId, "person:" + personId};
    }
};

}  // namespace congvu::http
