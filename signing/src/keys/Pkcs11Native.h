// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "congvu/signing/keys/Pkcs11Module.h"
#include "keys/Cryptoki.h"
#include "keys/PerProcess.h"

namespace congvu::signing {

namespace keys {
class Pkcs11Token;
}

/// A loaded module. Its code stays mapped until the process ends: modules leave threads and exit handlers behind.
struct Pkcs11Module::Native {
    Native(std::string modulePath, CK_FUNCTION_LIST* list);
    ~Native();
    Native(const Native&) = delete;
    Native& operator=(const Native&) = delete;

    /// Cryptoki, started in this process. Throws SigningError(moduleUnavailable).
    CK_FUNCTION_LIST& functions();

    /// The tokens that are present now.
    std::vector<Pkcs11TokenInfo> tokens();

    /// What was started in one process.
    struct Start {
        std::once_flag once;
        bool isOurs = false;
        std::mutex tokenInfoMutex;
        std::mutex poolsMutex;
        std::map<std::string, std::weak_ptr<keys::Pkcs11Token>> pools;  ///< by identity of the token
    };

    const std::string path;
    keys::PerProcess<Start> start;

private:
    CK_FUNCTION_LIST* functions_;
};

namespace keys {

/// A read-only session that is closed at the end; it is not logged in by itself.
class BorrowedSession {
public:
    /// Throws the error of C_OpenSession.
    BorrowedSession(CK_FUNCTION_LIST& functions, CK_SLOT_ID slot);
    ~BorrowedSession() { functions_.C_CloseSession(handle_); }
    BorrowedSession(const BorrowedSession&) = delete;
    BorrowedSession& operator=(const BorrowedSession&) = delete;

    CK_SESSION_HANDLE handle() const { return handle_; }

private:
    CK_FUNCTION_LIST& functions_;
    CK_SESSION_HANDLE handle_ = 0;
};

/// A certificate object.
struct CertificateObject {
    std::string label;
    Bytes id;
    Certificate certificate;
};

/// The X.509 certificates that a session can see; unreadable ones are left out.
std::vector<CertificateObject> certificatesIn(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session);

}  // namespace keys
}  // namespace congvu::signing
