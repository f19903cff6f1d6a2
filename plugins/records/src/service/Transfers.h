// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DossierWork.h"
#include "storage/TransferRepository.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

struct TransferDetail {
    Transfer transfer;
    std::vector<Dossier> dossiers;
    bool mayDecide = false;
};

/// Hand-over of closed dossiers to the agency's archive (giao nộp hồ sơ; Decree 30/2020, Art. 30): a list with minutes, accepted or
/// returned by an archivist who is not the one that hands over.
class Transfers {
public:
    Transfers(const Services& services, const DossierWork& work) : services_(services), work_(work) {}

    [[nodiscard]] db::Page<Transfer> list(const http::Caller& caller, const db::PageRequest& page) const;
    [[nodiscard]] TransferDetail detail(const http::Caller& caller, std::string_view id) const;
    void requireVisible(const http::Caller& caller, std::string_view id) const;
    /// Answers its id. Wrong dossiers are named by their place in the list, all at once.
    std::string submit(const http::Caller& caller, const NewTransfer& input) const;
    void accept(const http::Caller& caller, std::string_view id, const TransferAcceptance& input) const;
    void giveBack(const http::Caller& caller, std::string_view id, std::string_view reason) const;

private:
    Transfer visible(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    Transfer toDecide(db::Tx& tx, const http::Caller& caller, std::string_view id) const;
    std::vector<Dossier> dossiersFor(db::Tx& tx, const http::Caller& caller, const std::vector<std::string>& ids) const;
    void askArchivist(db::Tx& tx, const http::Caller& caller, const Transfer& transfer) const;
    void finish(db::Tx& tx, const http::Caller& caller, Transfer& transfer, TransferState state, DossierState ofDossiers,
                std::string_view words) const;

    const Services& services_;
    const DossierWork& work_;
    TransferRepository transfers_;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::TransferDetail> {
    static auto fields() {
        using Detail = congvu::records::TransferDetail;
        return std::tuple{field("transfer", &Detail::transfer), field("dossiers", &Detail::dossiers),
                          field("mayDecide", &Detail::mayDecide)};
    }
};
