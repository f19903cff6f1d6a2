// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DossierWork.h"

namespace congvu::records {

/// Tells keepers thirty days before (Decree 30/2020, App. VI, part I, III.5.b) that a closed dossier is due for the archive: a work item
/// with the deadline, of which the inbox notifies them.
class ArchiveNotice {
public:
    ArchiveNotice(const Services& services, const DossierWork& work) : services_(services), work_(work) {}
    void run() const;

private:
    void tell(db::Tx& tx, const Dossier& dossier) const;

    const Services& services_;
    const DossierWork& work_;
};

}  // namespace congvu::records
