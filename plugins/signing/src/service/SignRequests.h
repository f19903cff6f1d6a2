// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "domain/SigningBatch.h"
#include "service/ManageKeys.h"
#include "service/RequestSigning.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

/// A place that the signer chose for one request instead of the reserved field.
struct ChosenPlace {
    std::string requestId;
    Place place;
};

/// One act: many documents, one key, one PIN.
struct SigningAct {
    std::vector<std::string> requestIds;
    std::string keyId;
    std::string pin;
    std::vector<ChosenPlace> places;

    /// The requests in their order, each once.
    [[nodiscard]] std::vector<std::string> distinctRequests() const;
    [[nodiscard]] std::optional<Place> placeOf(std::string_view requestId) const;
};

struct SigningResults {
    std::vector<SigningResult> results;
};

/// Signs requests of the caller's desk while the caller waits. The PIN is asked once; each document has its own result, and one that fails
/// leaves the others alone.
class SignRequests {
public:
    SignRequests(ManageKeys& keys, RequestSigning& signing) : keys_(keys), signing_(signing) {}

    SigningResults run(const http::Caller& caller, SigningAct act);

private:
    ManageKeys& keys_;
    RequestSigning& signing_;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::ChosenPlace> {
    static auto fields() {
        using Chosen = congvu::signingdesk::ChosenPlace;
        return std::tuple{field("requestId", &Chosen::requestId).required(), field("place", &Chosen::place).required()};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::SigningAct> {
    static auto fields() {
        using Act = congvu::signingdesk::SigningAct;
        constexpr auto kMost = congvu::signingdesk::kLargestBatch;
        return std::tuple{field("requestIds", &Act::requestIds).required().maxLength(kMost), field("keyId", &Act::keyId).required(),
                          field("pin", &Act::pin).required().maxLength(64), field("places", &Act::places).maxLength(kMost)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::SigningResults> {
    static auto fields() { return std::tuple{field("results", &congvu::signingdesk::SigningResults::results)}; }
};
