// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agent/Desk.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/Pkcs11Signer.h"

namespace congvu::signing::tool {

/// A certificate that can sign documents, with the issuers that the tokens of its module hold.
struct DeskCertificate {
    Pkcs11Certificate entry;
    std::vector<Certificate> chain;
    SignatureAlgorithm algorithm;
};

/// One document of an act: its title for the person, and what is to be signed.
struct DeskDocument {
    std::string title;
    Bytes attributes;  ///< DER of the signed attributes; or
    Bytes digest;      ///< a digest of the algorithm
};

/// What came of one document.
struct DeskResult {
    Bytes signature;                    ///< RSA as it is, ECDSA as DER; empty when there is an error
    std::optional<SigningError> error;  ///< why not
};

/// The person said no, or gave no PIN.
class RefusedByPerson : public std::runtime_error {
public:
    RefusedByPerson() : std::runtime_error("the person at the desk did not allow it") {}
};

/// Signs with the tokens in this computer what the person at it allows. One act at a time; the PIN is asked for each act
/// and forgotten after it.
class SigningAgent {
public:
    /// Loads every module. Throws SigningError(moduleUnavailable).
    SigningAgent(const std::vector<std::string>& modulePaths, Desk& desk);

    /// The certificates for signatures on all tokens. Modules that fail are left out.
    std::vector<DeskCertificate> certificates() const;

    /// True while an act is under way.
    bool isBusy() const { return isActing_; }

    /// Asks the person, then for the PIN, and signs. A result for each document, in order; after the token was taken out
    /// the rest has its error. Throws RefusedByPerson, and SigningError: tokenFailure (an act is under way),
    /// certificateNotFound, invalidArgument (attributes of another certificate, a digest of another length), wrongPin,
    /// pinLocked, tokenNotFound, tokenRemoved, keyNotFound.
    std::vector<DeskResult> sign(const std::string& origin, const std::string& fingerprint, std::optional<SignatureAlgorithm> algorithm,
                                 const std::vector<DeskDocument>& documents);

private:
    std::shared_ptr<const Signer> open(const DeskCertificate& certificate, const SigningAct& act,
                                       std::optional<SignatureAlgorithm> algorithm) const;

    std::vector<std::shared_ptr<Pkcs11Module>> modules_;
    Desk& desk_;
    std::atomic<bool> isActing_ = false;
};

}  // namespace congvu::signing::tool
