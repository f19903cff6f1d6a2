// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/RecipientStatus.h"
#include "service/AppendixSeals.h"
#include "service/Dispatching.h"
#include "service/DocumentWork.h"
#include "service/IssuedEvent.h"
#include "service/Numbers.h"
#include "service/Services.h"
#include "service/SignerDesk.h"
#include "storage/FigureRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// What the clerk says when the number is given.
struct NumberInput {
    std::optional<Date> documentDate;            ///< today unless said otherwise; never in the future
    std::optional<std::int64_t> reservedNumber;  ///< of the sequence; the next one unless said otherwise
};

/// After the signature: number and date, the agency's seal, issue, statuses of recipients, recall (Decree 30/2020, Art. 15–19).
class Issuing {
public:
    struct Needs {
        DocumentWork& work;
        SignerDesk& desk;
        const AppendixSeals& seals;
        const Numbers& numbers;
        const RecipientChoice& choice;
        const Dispatching& dispatching;
        const calendar::WorkingCalendar& calendar;
    };
    Issuing(const Services& services, const Needs& needs)
        : services_(services),
          work_(needs.work),
          desk_(needs.desk),
          seals_(needs.seals),
          numbers_(needs.numbers),
          choice_(needs.choice),
          dispatching_(needs.dispatching),
          calendar_(needs.calendar) {}

    /// Gives the next number of the register, or a reserved one, and the date, and asks for the seal, on appendices in files of their own
    /// too. The number never gets lost, even when a seal waits.
    OutgoingDocument number(const http::Caller& caller, std::string_view id, const NumberInput& input);
    /// Takes a wrong number back before the document is issued: the number stays in the register as cancelled with the reason and is never
    /// given again (Decree 30/2020, Art. 15), an open request for the seal is withdrawn, and the revision that the signer has signed waits
    /// for its number once more.
    void cancelNumber(const http::Caller& caller, std::string_view id, std::string_view reason);
    /// Asks for the seals once more whose requests were given back at the signing desk; number and date stay.
    void askSeal(const http::Caller& caller, std::string_view id);
    /// Sets how each recipient is reached, and who takes the place of one that is not valid any more, before the document is issued.
    void address(const http::Caller& caller, std::string_view id, const std::vector<RecipientInput>& recipients);
    /// Sends the sealed document to its recipients.
    OutgoingDocument issue(const http::Caller& caller, std::string_view id);
    /// Asks every recipient to give the document back.
    void recall(const http::Caller& caller, std::string_view id, std::string_view reason);

    /// From the signing desk: the person's or the agency's signature is there.
    void signatureArrived(std::string_view documentId, std::string_view requestId, bool isAgency, const std::string& signerPostId,
                          const files::StoredFile& file);
    /// From the signing desk: the file with this digest got time-stamps or revocation data behind its signatures. The document goes on with
    /// the longer file unless it has another one meanwhile or waits for a signature, which is then completed instead.
    void fileExtended(std::string_view documentId, std::string_view fromSha256, const files::StoredFile& file);
    /// From the signing desk: whoever holds the seal gave the request back. The desk writes what its people do into the timeline itself.
    void sealReturned(std::string_view documentId, std::string_view requestId, std::string_view postId);
    /// From a recipient's register.
    void statusArrived(std::string_view documentId, std::string_view deliveryId, const StatusNews& news);

private:
    /// Tells everybody; answers what was sent.
    IssuedEvent publishIssued(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document);
    /// What statistics count it by.
    void countIt(db::Tx& tx, const OutgoingDocument& document) const;
    /// Writes into the history of the documents that this one corrects, amends or replaces, and tells their recipients.
    void tellEarlier(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document) const;
    /// Puts the document back to where the person's signature has left it.
    void forgetNumber(db::Reader& reader, OutgoingDocument& document) const;
    void checkNotBeforeSignature(db::Reader& reader, const OutgoingDocument& document, Date date) const;
    [[nodiscard]] http::Caller recipientAsActor(const Recipient& recipient) const;
    /// Tells the drafter and the clerks.
    void tellRefusal(db::Tx& tx, const OutgoingDocument& document, const StatusNews& news);
    /// Ends a recall that every recipient has answered: recalled when nobody holds the document any more, else issued again.
    void endRecall(db::Reader& reader, OutgoingDocument& document) const;

    Services services_;
    DocumentWork& work_;
    SignerDesk& desk_;
    const AppendixSeals& seals_;
    const Numbers& numbers_;
    const RecipientChoice& choice_;
    const Dispatching& dispatching_;
    const calendar::WorkingCalendar& calendar_;
    FigureRepository figures_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::NumberInput> {
    static auto fields() {
        using Input = congvu::outgoing::NumberInput;
        return std::tuple{field("documentDate", &Input::documentDate),
                          field("reservedNumber", &Input::reservedNumber).range(1, 999'999'999)};
    }
};
