// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/json/Description.h"
#include "congvu/mandates/Mandates.h"
#include "service/CompleteSignatures.h"
#include "service/ManageKeys.h"
#include "service/SignatureMaker.h"
#include "storage/RequestRepository.h"

#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <variant>

namespace congvu::signingdesk {

/// What became of one document.
struct SigningResult {
    std::string requestId;
    bool isSigned = false;
    std::string code;   ///< "signed", or why not: a message id
    std::string level;  ///< "B-B"; time-stamps follow in the background
};

/// A request whose signature is prepared for a key that is elsewhere.
struct PreparedRequest {
    std::string requestId;
    std::string title;          ///< as whoever holds the key is shown it
    signing::Bytes toBeSigned;  ///< DER of the signed attributes
    std::string state;          ///< what finish() needs; no secret
};

/// Signs one request of a desk, with an opened key or in two halves with a key that is elsewhere. A document is signed exactly once: the
/// request's state changes in the transaction that records the file, the event, the timeline and the audit row. What was cut off before
/// that transaction leaves the request untouched.
class RequestSigning {
public:
    struct Services {
        db::Db& db;
        files::FileStore& files;
        events::Events& events;
        inbox::Inbox& inbox;
        inbox::Timeline& timeline;
        audit::Audit& audit;
        const mandates::Mandates& mandates;
        Clock& clock;
        SignatureMaker& maker;
        CompleteSignatures& completions;
    };
    /// Writes more in the transaction of a signature.
    using Along = std::function<void(db::Tx&, const SigningResult&)>;

    explicit RequestSigning(const Services& services) : services_(services) {}

    /// Every reason not to sign is a result and no exception.
    [[nodiscard]] SigningResult sign(const http::Caller& caller, const OpenedKey& opened, const std::string& requestId,
                                     const std::optional<Place>& place, const Along& along = {});
    /// Makes what a token is to sign. Changes nothing; every reason not to sign is a result.
    [[nodiscard]] std::variant<PreparedRequest, SigningResult> prepare(const http::Caller& caller, const SigningKey& key,
                                                                       const std::string& requestId, const std::optional<Place>& place);
    /// Puts the token's value in, when it verifies under the key's certificate and request and file are as they were. The same
    /// transaction, rows and events as sign(); every reason not to sign is a result.
    [[nodiscard]] SigningResult finish(const http::Caller& caller, const SigningKey& key, const std::string& requestId,
                                       std::string_view state, signing::ByteView value, const Along& along);

private:
    struct Found {
        DeskRequest request;
        files::StoredFile file;
        std::optional<files::StoredFile> image;
    };
    [[nodiscard]] Found find(const http::Caller& caller, const SigningKey& key, const std::string& requestId);
    /// Who acts by a mandate signs only what names him by it; what names a substitute is not signed by anybody else.
    void requireNamed(db::Reader& reader, const http::Caller& caller, const DeskRequest& request) const;
    [[nodiscard]] std::string reasonOf(const http::Caller& caller) const;
    [[nodiscard]] std::string imageOf(const Found& found);
    /// Stores the signed file and everything that goes with it; the result of the request.
    SigningResult keep(const http::Caller& caller, const SigningKey& key, const Found& found, const SignatureMaker::Made& made,
                       const Along& along);
    void record(const http::Caller& caller, const SigningKey& key, const Found& found, const files::PlacedContent& placed,
                const SigningResult& result, const Along& along);

    Services services_;
    RequestRepository requests_;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::SigningResult> {
    static auto fields() {
        using Result = congvu::signingdesk::SigningResult;
        return std::tuple{field("requestId", &Result::requestId), field("isSigned", &Result::isSigned), field("code", &Result::code),
                          field("level", &Result::level)};
    }
};
