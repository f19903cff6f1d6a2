// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/signing/validation/Validator.h"
#include "congvu/time/Clock.h"
#include "storage/RootRepository.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace congvu::signingdesk {

/// The configured roots and the validator made from them. The validator is kept in memory and made anew after a change. Thread-safe.
class TrustRoots {
public:
    /// \p revocation is asked by the validators for what documents lack; it must outlive them and answer at once.
    TrustRoots(db::Db& db, audit::Audit& audit, const directory::Directory& directory, Clock& clock, signing::RevocationSource& revocation);

    /// Whom the whole system trusts is decided in the root agency: AppError forbidden for everybody else.
    void requireRootAgency(const http::Caller& caller) const;
    [[nodiscard]] std::vector<TrustedRoot> list();
    /// Adds the certificates of a PEM or DER file. AppError invalid "/file" when there is none or one is not self-signed.
    std::vector<TrustedRoot> add(const http::Caller& caller, const std::string& world, std::string_view fileBytes);
    void remove(const http::Caller& caller, std::string_view id);
    [[nodiscard]] std::shared_ptr<const signing::Validator> validator();
    /// The roots themselves, for building chains.
    [[nodiscard]] std::shared_ptr<const signing::TrustStore> trust();

private:
    void forgetValidator();
    signing::TrustStore readStore();

    db::Db& db_;
    audit::Audit& audit_;
    const directory::Directory& directory_;
    Clock& clock_;
    signing::RevocationSource& revocation_;
    RootRepository roots_;
    std::mutex mutex_;
    std::shared_ptr<const signing::Validator> validator_;
};

}  // namespace congvu::signingdesk
