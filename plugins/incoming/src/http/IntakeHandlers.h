// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/AnswerDelivery.h"
#include "service/IntakeHelp.h"
#include "service/OpinionPhrases.h"
#include "service/ProposalQueue.h"
#include "service/ReadDeliveries.h"
#include "service/ReceiveUpload.h"
#include "service/RecogniseProposals.h"
#include "service/RegisterDocument.h"

#include "congvu/http/Routes.h"

namespace congvu::incoming {

/// Translates requests about what comes in: the queue of proposals, deliveries, and the choices that forms offer.
class IntakeHandlers {
public:
    struct Needs {
        const ReceiveUpload& uploading;
        const ProposalQueue& queue;
        RecogniseProposals& recognising;
        const RegisterDocument& registering;
        const ReadDeliveries& deliveries;
        const AnswerDelivery& answering;
        const OpinionPhrases& phrases;
        const IntakeHelp& help;
    };
    explicit IntakeHandlers(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] http::Response upload(const http::Request& request) const;
    [[nodiscard]] http::Response listProposals(const http::Request& request) const;
    [[nodiscard]] http::Response findProposal(const http::Request& request) const;
    [[nodiscard]] http::Response proposalFile(const http::Request& request) const;
    [[nodiscard]] http::Response saveDraft(const http::Request& request) const;
    [[nodiscard]] http::Response discard(const http::Request& request) const;
    [[nodiscard]] http::Response retryRecognition(const http::Request& request) const;
    [[nodiscard]] http::Response registerProposal(const http::Request& request) const;
    [[nodiscard]] http::Response duplicates(const http::Request& request) const;

    [[nodiscard]] http::Response listDeliveries(const http::Request& request) const;
    [[nodiscard]] http::Response findDelivery(const http::Request& request) const;
    [[nodiscard]] http::Response deliveryFile(const http::Request& request) const;
    [[nodiscard]] http::Response deliveryVerification(const http::Request& request) const;
    [[nodiscard]] http::Response registerDelivery(const http::Request& request) const;
    [[nodiscard]] http::Response refuseDelivery(const http::Request& request) const;
    [[nodiscard]] http::Response agreeToRecall(const http::Request& request) const;
    [[nodiscard]] http::Response refuseRecall(const http::Request& request) const;

    [[nodiscard]] http::Response listPhrases(const http::Request& request) const;
    [[nodiscard]] http::Response addPhrase(const http::Request& request) const;
    [[nodiscard]] http::Response changePhrase(const http::Request& request) const;
    [[nodiscard]] http::Response removePhrase(const http::Request& request) const;
    [[nodiscard]] http::Response types(const http::Request& request) const;
    [[nodiscard]] http::Response leaders(const http::Request& request) const;
    [[nodiscard]] http::Response deadlines(const http::Request& request) const;
    [[nodiscard]] http::Response issuers(const http::Request& request) const;

private:
    /// The id of the path, of a proposal or delivery that the caller sees; AppError notFound otherwise, whatever else is wrong.
    [[nodiscard]] std::string_view visibleProposal(const http::Request& request) const;
    [[nodiscard]] std::string_view visibleDelivery(const http::Request& request) const;

    Needs needs_;
};

}  // namespace congvu::incoming
