// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/settings/Settings.h"
#include "service/KeyVault.h"
#include "service/ManageKeys.h"
#include "service/SignatureMaker.h"
#include "storage/RequestRepository.h"

#include <string>
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
};

/// What became of one document.
struct SigningResult {
    std::string requestId;
    bool isSigned = false;
    std::string code;   ///< "signed", "signing.signed-without-time-stamp", or why not: a message id
    std::string level;  ///< "B-B", "B-T"
};

struct SigningResults {
    std::vector<SigningResult> results;
};

/// Signs requests of the caller's desk. The PIN is asked once; each document has its own result, and one that fails leaves the others
/// alone. A document is signed exactly once: the request's state changes in the transaction that records the file.
class SignRequests {
public:
    struct Services {
        db::Db& db;
        files::FileStore& files;
        events::Events& events;
        inbox::Inbox& inbox;
        inbox::Timeline& timeline;
        audit::Audit& audit;
        Clock& clock;
        ManageKeys& keys;
        KeyVault& vault;
        SignatureMaker& maker;
    };
    explicit SignRequests(const Services& services) : services_(services) {}

    SigningResults run(const http::Caller& caller, SigningAct act);

private:
    SigningResult signOne(const http::Caller& caller, const SigningKey& key, const signing::Signer& signer, const SigningAct& act,
                          const std::string& requestId);
    void record(const http::Caller& caller, const SigningKey& key, const DeskRequest& request, const files::StoredFile& original,
                const files::PlacedContent& placed, const std::string& level);

    Services services_;
    RequestRepository requests_;
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
        return std::tuple{field("requestIds", &Act::requestIds).required().maxLength(1000), field("keyId", &Act::keyId).required(),
                          field("pin", &Act::pin).required().maxLength(64), field("places", &Act::places).maxLength(1000)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::SigningResult> {
    static auto fields() {
        using Result = congvu::signingdesk::SigningResult;
        return std::tuple{field("requestId", &Result::requestId), field("isSigned", &Result::isSigned), field("code", &Result::code),
                          field("level", &Result::level)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::SigningResults> {
    static auto fields() { return std::tuple{field("results", &congvu::signingdesk::SigningResults::results)}; }
};
