// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/Contact.h"
#include "domain/OutgoingDocument.h"
#include "service/Services.h"
#include "storage/ContactRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/DocumentRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A recipient as it is chosen: an agency on this server, or an entry of the address book.
struct RecipientInput {
    std::optional<std::string> agencyId;
    std::optional<std::string> contactId;
    std::optional<Carriage> carriage;  ///< the best there is unless said otherwise
    std::int64_t copies = 1;           ///< on paper
};

/// Who may be chosen, and what became of whom one may not choose any more.
struct RecipientOption {
    std::optional<std::string> agencyId;   ///< on this server
    std::optional<std::string> contactId;  ///< in the address book
    std::string name;
    std::string organId;
    std::string groupName;
    std::string email;
    std::string postalAddress;
    std::vector<Carriage> carriages;   ///< how it can be reached, the best first
    std::optional<Carriage> carriage;  ///< chosen last time
    std::int64_t copies = 1;
    ContactStanding standing = ContactStanding::open;
    std::optional<Date> validFrom;
    std::optional<Date> validUntil;
    std::optional<std::string> successorId;
    std::string successorName;
};
struct RecipientOptionList {
    std::vector<RecipientOption> items;
};

/// Chooses recipients from the address book and the agencies on this server. What is not valid today is refused with its successor named.
class RecipientChoice {
public:
    explicit RecipientChoice(const Services& services) : services_(services) {}

    [[nodiscard]] db::Page<RecipientOption> page(const http::Caller& caller, ContactFilter filter, const db::PageRequest& page) const;
    /// Of the last document of that form (or of any, if none is named) that the caller's post has drafted, as they are today.
    [[nodiscard]] std::vector<RecipientOption> last(const http::Caller& caller, std::string_view formId) const;

    /// The recipients of \p inputs for a document of \p agencyId. AppError invalid with every wrong one, pointers below \p at
    /// ("/recipients/2/contactId").
    [[nodiscard]] std::vector<Recipient> resolve(db::Reader& reader, std::string_view agencyId, const std::vector<RecipientInput>& inputs,
                                                 std::string_view at) const;
    /// AppError conflict for one that is not valid today ("outgoing.contact-closed", "-merged", "-future") or whose mail address is gone
    /// ("outgoing.recipient-no-mail").
    void requireOpen(db::Reader& reader, std::string_view agencyId, const std::vector<Recipient>& recipients) const;

private:
    class KnownContacts;
    class Resolving;
    [[nodiscard]] RecipientOption optionOf(const Contact& contact) const;
    /// \p contact is its entry, null when it has none any more.
    [[nodiscard]] RecipientOption optionOfLast(const Contact* contact, const Recipient& recipient) const;

    Services services_;
    ContactRepository contacts_;
    DispatchRepository dispatch_;
    DocumentRepository documents_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::RecipientInput> {
    static auto fields() {
        using Input = congvu::outgoing::RecipientInput;
        return std::tuple{field("agencyId", &Input::agencyId).maxLength(40), field("contactId", &Input::contactId).maxLength(40),
                          field("carriage", &Input::carriage), field("copies", &Input::copies).range(1, 1000)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::RecipientOption> {
    static auto fields() {
        using Option = congvu::outgoing::RecipientOption;
        return std::tuple{field("agencyId", &Option::agencyId),
                          field("contactId", &Option::contactId),
                          field("name", &Option::name),
                          field("organId", &Option::organId),
                          field("groupName", &Option::groupName),
                          field("email", &Option::email),
                          field("postalAddress", &Option::postalAddress),
                          field("carriages", &Option::carriages),
                          field("carriage", &Option::carriage),
                          field("copies", &Option::copies),
                          field("standing", &Option::standing),
                          field("validFrom", &Option::validFrom),
                          field("validUntil", &Option::validUntil),
                          field("successorId", &Option::successorId),
                          field("successorName", &Option::successorName)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::RecipientOptionList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::RecipientOptionList::items)}; }
};
