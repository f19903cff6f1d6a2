// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"
#include "domain/PreparedDocument.h"
#include "service/ManageKeys.h"
#include "service/RequestSigning.h"
#include "service/SignRequests.h"
#include "storage/ChallengeRepository.h"
#include "storage/PreparedRepository.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

/// Requests that a key on a token is to sign.
struct TokenAct {
    std::vector<std::string> requestIds;
    std::string keyId;
    std::vector<ChosenPlace> places;
};

/// One document for the agent.
struct DocumentToSign {
    std::string id;  ///< names the preparation when the value comes back
    std::string requestId;
    std::string title;
    std::string attributes;  ///< base64 of DER
};

struct PreparedAct {
    std::string fingerprint;  ///< of the certificate, as the agent names it
    std::string algorithm;
    Timestamp expiresAt;
    std::vector<DocumentToSign> documents;
    std::vector<SigningResult> refused;  ///< those that cannot be signed, and why
};

/// The value of one document, as the agent gave it.
struct TokenValue {
    std::string id;
    std::string signature;  ///< base64; RSA as it is, ECDSA as DER
};

struct TokenValues {
    std::vector<TokenValue> values;
};

/// Signs requests of the caller's desk with a key on a token, in two halves: the server prepares, the page has the agent sign at the
/// desk, the server finishes with the values. What is prepared is durable and ends after kPreparedLife. A document is signed exactly once,
/// by the same transaction as with a key on the server.
class SignByToken {
public:
    struct Services {
        db::Db& db;
        files::FileStore& files;
        Clock& clock;
        ManageKeys& keys;
        RequestSigning& signing;
    };
    explicit SignByToken(const Services& services) : services_(services) {}

    /// At most kMostPreparedAtOnce requests. Refuses the key as ManageKeys::tokenKey() does; a request that cannot be signed is a result.
    PreparedAct prepare(const http::Caller& caller, const TokenAct& act);
    /// A result for each value, in order. The request's id is empty where the preparation is another's, unknown or too old.
    SigningResults finish(const http::Caller& caller, const TokenValues& values);
    /// Takes away what nobody came back for: preparations and challenges that are too old.
    void dropExpired();

private:
    void keep(const http::Caller& caller, const SigningKey& key, Timestamp expiresAt, const std::vector<PreparedRequest>& prepared,
              PreparedAct& act);
    [[nodiscard]] SigningResult finishOne(const http::Caller& caller, const TokenValue& value);

    Services services_;
    PreparedRepository prepared_;
    ChallengeRepository challenges_;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::TokenAct> {
    static auto fields() {
        using Act = congvu::signingdesk::TokenAct;
        constexpr auto kMost = congvu::signingdesk::kMostPreparedAtOnce;
        return std::tuple{field("requestIds", &Act::requestIds).required().maxLength(kMost), field("keyId", &Act::keyId).required(),
                          field("places", &Act::places).maxLength(kMost)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::DocumentToSign> {
    static auto fields() {
        using Document = congvu::signingdesk::DocumentToSign;
        return std::tuple{field("id", &Document::id), field("requestId", &Document::requestId), field("title", &Document::title),
                          field("attributes", &Document::attributes)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::PreparedAct> {
    static auto fields() {
        using Act = congvu::signingdesk::PreparedAct;
        return std::tuple{field("fingerprint", &Act::fingerprint), field("algorithm", &Act::algorithm), field("expiresAt", &Act::expiresAt),
                          field("documents", &Act::documents), field("refused", &Act::refused)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::TokenValue> {
    static auto fields() {
        using Value = congvu::signingdesk::TokenValue;
        return std::tuple{field("id", &Value::id).required(), field("signature", &Value::signature).required()};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::TokenValues> {
    static auto fields() {
        return std::tuple{
            field("values", &congvu::signingdesk::TokenValues::values).required().maxLength(congvu::signingdesk::kMostPreparedAtOnce)};
    }
};
