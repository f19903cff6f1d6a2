// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "service/DocumentWork.h"
#include "service/Issuing.h"
#include "service/MailSender.h"
#include "service/Services.h"
#include "storage/MailRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace congvu::outgoing {

/// A mail that is sent once more.
struct MailRetryInput {
    std::optional<std::string> email;  ///< another address
};

/// How mail stands in the caller's agency.
struct MailStanding {
    bool isReady = false;      ///< mails can leave: server and public address are set
    std::int64_t waiting = 0;  ///< both at most MailRepository::kMostCounted
    std::int64_t failed = 0;
};

/// What a clerk says of a recipient's answer that came outside the system.
struct AnswerInput {
    std::string note;
    bool agrees = true;  ///< to a recall
};

/// The clerk's view of mails, and what he does when one has failed or a recipient by mail or on paper answers by telephone or letter.
class DeliveryDesk {
public:
    DeliveryDesk(const Services& services, DocumentWork& work, const MailSender& sender, Issuing& issuing)
        : services_(services), work_(work), sender_(sender), issuing_(issuing) {}

    [[nodiscard]] db::Page<MailRow> page(const http::Caller& caller, std::optional<MailState> state, const db::PageRequest& page) const;
    [[nodiscard]] MailStanding standing(const http::Caller& caller) const;
    /// Queues a failed mail again, at once. AppError conflict "outgoing.mail-not-failed" for any other.
    void retry(const http::Caller& caller, std::string_view documentId, std::string_view mailId, const MailRetryInput& input) const;
    /// The recipient has confirmed by other means. AppError conflict "outgoing.not-now" when there is nothing to confirm.
    void received(const http::Caller& caller, std::string_view documentId, std::string_view deliveryId, std::string_view note) const;
    /// The recipient's answer to a recall came by other means. AppError conflict "outgoing.no-recall" when none is asked of it, or when
    /// the exchange answers for it.
    void recallAnswered(const http::Caller& caller, std::string_view documentId, std::string_view deliveryId,
                        const AnswerInput& input) const;

private:
    [[nodiscard]] OutgoingDocument require(db::Reader& reader, const http::Caller& caller, std::string_view documentId) const;

    Services services_;
    DocumentWork& work_;
    const MailSender& sender_;
    Issuing& issuing_;
    MailRepository mails_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::MailRetryInput> {
    static auto fields() { return std::tuple{field("email", &congvu::outgoing::MailRetryInput::email).maxLength(100)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::MailStanding> {
    static auto fields() {
        using Standing = congvu::outgoing::MailStanding;
        return std::tuple{field("isReady", &Standing::isReady), field("waiting", &Standing::waiting), field("failed", &Standing::failed)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::AnswerInput> {
    static auto fields() {
        using Input = congvu::outgoing::AnswerInput;
        return std::tuple{field("note", &Input::note).maxLength(500).multiline(), field("agrees", &Input::agrees)};
    }
};
